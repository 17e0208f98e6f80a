import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable } from '../verdicts.ts';

export const telnetExposed = defineCheck({
  version: 1,
  needs: ['banner'],
  severity: 'high',
  text: {
    safe: {
      ja: 'Telnet は公開されていません',
      en: 'Telnet is not open to the Internet',
    },
    vulnerable: {
      ja: 'Telnet が外部に公開されています',
      en: 'Telnet is open to the Internet',
    },
    why: {
      ja: 'Telnet は暗号化されないため、入力した利用者名とパスワードを通信経路の途中で読み取れます。初期パスワードの機器を探して乗っ取るマルウェアが、インターネット中の Telnet を絶えず調べています。',
      en: 'Telnet is not encrypted: user names and passwords can be read on the way. Malware scans the whole Internet for Telnet without pause, looking for gear with factory passwords to take over.',
    },
  },
  action: 'close-service',
  fixes: fixList(
    'nmap -Pn -p {port} -sV {host}',
    {
      ja: 'Telnet を止め、管理には SSH を使います。止められない機器は、{port} 番ポートを外部から届かないようにし、管理用の回線や VPN からだけ使います。',
      en: 'Switch Telnet off and administer by SSH. Where that cannot be done, close port {port} to the outside and use it over a management line or VPN only.',
    },
    {
      'cisco-ios': {
        ja: '設定モードで次を実行し、write memory で保存します。SSH で入れることを先に確かめます。',
        en: 'Make sure that SSH works first; then run this in configuration mode and save with write memory.',
        snippet: 'line vty 0 15\n transport input ssh\n end',
      },
      'yamaha-rtx': {
        ja: '次を実行します。管理には sshd service on で SSH を使います。',
        en: 'Run this, and administer by SSH (sshd service on).',
        snippet: 'telnetd service off\nsave',
      },
      'nec-ix': {
        ja: '設定モードで次を実行します。管理には SSH を使います。',
        en: 'Run this in configuration mode, and administer by SSH.',
        snippet: 'no telnet-server ip enable\nwrite memory',
      },
      'allied-telesis': {
        ja: '設定モードで次を実行します（AlliedWare Plus）。',
        en: 'Run this in configuration mode (AlliedWare Plus).',
        snippet: 'no service telnet\nend\ncopy running-config startup-config',
      },
      fortinet: {
        ja: 'WAN 側インターフェースの allowaccess から telnet を外します。',
        en: 'Take telnet out of allowaccess of the WAN interface.',
        snippet: 'config system global\n  set admin-telnet disable\nend',
      },
      juniper: {
        ja: '設定モードで次を実行し、commit します。',
        en: 'Run this in configuration mode, then commit.',
        snippet: 'delete system services telnet\ncommit',
      },
      'windows-server': {
        ja: '管理者の PowerShell で Telnet サーバーを止めます。',
        en: 'Stop the Telnet server in an administrator PowerShell.',
        snippet: 'Stop-Service TlntSvr\nSet-Service TlntSvr -StartupType Disabled',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc854',
    'https://www.jpcert.or.jp/at/2016/at160050.html',
    'https://notice.go.jp/',
  ],
  detect: ({ banner }) => detect(banner),
});

/** RFC 854: IAC, then WILL, WONT, DO or DONT, then an option; 0 to 49 are assigned, and text in UTF-16 seldom fits. */
const negotiation = /^(?:[0-9a-f]{2}){0,64}?(ff(?:fb|fc|fd|fe)(?:[0-2][0-9a-f]|3[01]))/;
const prompt = /(?:^|\n)[^\n]{0,80}\b(?:login|username|user name)\s*: *$/i;
/** Protocols that greet in their own way, and may ask for a login in words all the same. */
const otherProtocol = /^(?:SSH-|220[ -]|\+OK|\* OK|HTTP\/|RFB |[45]\d\d[ -])/;

function detect(evidence: EvidenceOf<'banner'>): Verdict {
  return judge(evidence.data.greeting, {
    no: notApplicable,
    yes: ({ bytes, text }) => {
      if (otherProtocol.test(text)) return notApplicable;
      const iac = negotiation.exec(bytes)?.[1];
      if (iac !== undefined) {
        const proof = [proofAt(evidence, ['greeting', 'value', 'bytes'], iac)] as const;
        return { verdict: 'vulnerable', confidence: 'verified', proof };
      }
      if (!prompt.test(text)) return notApplicable;
      const proof = [proofAt(evidence, ['greeting', 'value', 'text'])] as const;
      return {
        verdict: 'vulnerable',
        confidence: 'inferred',
        proof,
        detail: {
          ja: 'ログインを求める文字が返りましたが、Telnet の取り決めの信号は届きませんでした。',
          en: 'It asked for a login, but sent none of the signals of the Telnet protocol.',
        },
      };
    },
  });
}
