import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { unanswered } from '../exposed/markers.ts';
import { safe, undetermined } from '../verdicts.ts';
import { seeConsole } from './see-console.ts';

export const adminUiExposed = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'high',
  text: {
    safe: {
      ja: '機器の管理画面は見つかりませんでした',
      en: 'No management page of any gear was found',
    },
    vulnerable: {
      ja: '機器の管理画面が外部に公開されています',
      en: 'A management page of gear can be reached from the Internet',
    },
    why: {
      ja: 'ルーターや VPN 装置、複合機などを操作する画面が、世界中から開けます。パスワードを試され続けるほか、認証を迂回する弱点が公表されるたびに真っ先に狙われます。管理者の権限を奪われると、庁内の通信がすべて見られ、住民の情報を持つサーバーへの通路になります。',
      en: 'The page that operates a router, VPN device or printer can be opened from all over the world. Passwords are tried on it, and it is attacked first whenever a way around its login becomes known. Who gains it sees all traffic and has a path to the servers that hold residents’ data.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    443,
    {
      ja: '管理画面は LAN 側か管理用の回線だけで開くようにし、遠隔で使うときは VPN を通します。パスワードが初期のままでないことも確かめます。',
      en: 'Let the management page open from the LAN or a management network only, with a VPN for remote use. Make sure that no factory password is left.',
    },
    {
      fortinet: {
        ja: 'WAN 側インターフェースの allowaccess から https と http を外し、管理者に信頼するホストを設定します。',
        en: 'Remove https and http from allowaccess of the WAN interface and give administrators trusted hosts.',
        snippet:
          'config system interface\n  edit wan1\n    set allowaccess ping\n  next\nend\nconfig system admin\n  edit admin\n    set trusthost1 192.0.2.0 255.255.255.0\n  next\nend',
      },
      paloalto: {
        ja: 'WAN 側インターフェースから管理プロファイルの HTTPS を外すか、許可 IP を限り、コミットします。',
        en: 'Remove HTTPS from the interface management profile of the WAN side, or limit its permitted addresses, and commit.',
      },
      'cisco-ios': {
        ja: 'Web による管理を止めます。使う場合は接続元をアクセスリストで限ります。',
        en: 'Turn management by web off; where it is used, limit its sources with an access list.',
        snippet: 'no ip http server\nno ip http secure-server',
      },
      juniper: {
        ja: 'J-Web を公開側のインターフェースから外し、commit します。',
        en: 'Take J-Web off the public interface and commit.',
        snippet: 'delete system services web-management https interface ge-0/0/0.0',
      },
      'yamaha-rtx': {
        ja: '管理画面を LAN 側に限ります。',
        en: 'Limit the management page to the LAN side.',
        snippet: 'httpd host lan1\nsave',
      },
      'nec-ix': {
        ja: 'Web 管理を公開側から開けないように、接続元を限ります。',
        en: 'Limit the sources of web management so that it does not open from the Internet.',
        snippet: 'no http-server ip enable',
      },
      'allied-telesis': {
        ja: 'HTTP サービスを止めるか、ファイアウォールで公開側からの TCP 80、443 番を拒否します。',
        en: 'Stop the HTTP service, or deny TCP 80 and 443 from the public side in the firewall.',
        snippet: 'no service http',
      },
      sonicwall: {
        ja: 'WAN インターフェースの管理（HTTPS・SSH）を外します。',
        en: 'Remove management (HTTPS, SSH) from the WAN interface.',
      },
      watchguard: {
        ja: '「WatchGuard Web UI」ポリシーの From から Any-External を外し、保存します。',
        en: 'Remove Any-External from the From of the WatchGuard Web UI policy, and save.',
      },
      sophos: {
        ja: '「管理」→「デバイスのアクセス」で、WAN ゾーンの HTTPS（管理）とユーザーポータルの印を外します。',
        en: 'Under Administration, Device access, untick HTTPS and User portal for the WAN zone.',
      },
      'f5-bigip': {
        ja: 'Self IP の Port Lockdown を Allow None にし、TMUI は管理用ポートだけで開きます。',
        en: 'Set Port Lockdown of the self IPs to Allow None, and open TMUI on the management port only.',
        snippet: 'tmsh modify net self EXTERNAL allow-service none',
      },
      mikrotik: {
        ja: 'WebFig を止めるか、接続元を限ります（192.0.2.0/24 を自分の接続元に読み替えます）。',
        en: 'Turn WebFig off or limit its sources (put your own in place of 192.0.2.0/24).',
        snippet: '/ip service disable www\n/ip service set www-ssl address=192.0.2.0/24',
      },
      ubiquiti: {
        ja: 'コントローラーの 8443 番を公開側から閉じ、遠隔の管理は VPN を通します。',
        en: 'Close port 8443 of the controller to the outside and manage through a VPN.',
      },
    },
  ),
  references: [
    'https://www.cisa.gov/news-events/directives/binding-operational-directive-23-02',
    'https://www.ipa.go.jp/security/10threats/index.html',
  ],
  detect: ({ 'web-gear': web }) => detect(web),
});

function detect(evidence: EvidenceOf<'web-gear'>): Verdict {
  const seen = seeConsole(evidence);
  if (seen === undefined) return unanswered(evidence) ?? safe;
  const { console, proof } = seen;
  // A page may speak of a product; a header rarely does.
  if (proof.length === 1 && proof[0].pointer.endsWith('/body')) return undetermined('one-marker');
  return {
    verdict: 'vulnerable',
    confidence: proof.length > 1 ? 'verified' : 'inferred',
    proof,
    detail: {
      ja: `${console.name.ja} の管理画面と見られます。`,
      en: `It looks like the management page of ${console.name.en}.`,
    },
  };
}
