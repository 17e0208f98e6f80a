import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Locale } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck, type Estate } from '../check.ts';
import { accusation, type Exposure, findOpen, unreached } from '../exposed/reachable.ts';
import { fixList } from '../fixes.ts';
import { type ConsoleSeen, seeConsole } from '../gear/see-console.ts';
import type { Vulnerable } from '../verdicts.ts';

export const adminPortsSummary = defineCheck({
  version: 2,
  needs: ['ports'],
  estate: ['web-gear'],
  severity: 'medium',
  text: {
    safe: {
      ja: '管理用のサービスは外部に公開されていません',
      en: 'No management service can be reached from the Internet',
    },
    vulnerable: {
      ja: '管理用のサービスが外部に公開されています',
      en: 'Management services can be reached from the Internet',
    },
    why: {
      ja: '機器やサーバーを操作するための入口が、世界中から見えています。パスワードの試行を受け続け、ソフトウェアの弱点が公表されるたびに最初に狙われます。管理の入口を使う人は限られているため、公開しておく必要はほとんどありません。',
      en: 'Doors for operating servers and gear can be seen from all over the world. Passwords are tried on them without pause, and they are attacked first whenever a flaw becomes known. Few people use them, so there is hardly ever a need to leave them open to all.',
    },
  },
  action: 'close-service',
  fixes: fixList(
    'nmap -Pn -p 22,23,2222,2323,3389,5900,8291 {host}',
    {
      ja: '管理用のポートを、庁内と保守会社のアドレスからだけ届くようにします。決まったアドレスがない場合は、多要素認証のある VPN を通します。',
      en: 'Let management ports be reached only from the addresses of your office and your contractor, or through a VPN with multi-factor authentication.',
    },
    {
      openssh: {
        ja: 'サーバーのファイアウォールで SSH の接続元を限ります（ufw の例。192.0.2.0/24 を自分の接続元に読み替えます）。',
        en: 'Limit the sources of SSH in the server’s firewall (with ufw; put your own in place of 192.0.2.0/24).',
        snippet: 'ufw allow from 192.0.2.0/24 to any port 22 proto tcp\nufw delete allow 22/tcp',
      },
      'windows-server': {
        ja: '管理者の PowerShell で、リモートデスクトップの接続元を限ります（192.0.2.0/24 を自分の接続元に読み替えます）。',
        en: 'In an administrator PowerShell, limit the sources of Remote Desktop (put your own in place of 192.0.2.0/24).',
        snippet: 'Set-NetFirewallRule -DisplayGroup "Remote Desktop" -RemoteAddress 192.0.2.0/24',
      },
      'cisco-ios': {
        ja: '管理接続の接続元をアクセスリストで限ります（192.0.2.0 0.0.0.255 を自分の接続元に読み替えます）。',
        en: 'Limit management sources with an access list (put your own in place of 192.0.2.0 0.0.0.255).',
        snippet:
          'access-list 10 permit 192.0.2.0 0.0.0.255\nline vty 0 15\n access-class 10 in\n transport input ssh',
      },
      'yamaha-rtx': {
        ja: '管理接続を LAN 側に限ります。',
        en: 'Accept management from the LAN side alone.',
        snippet: 'telnetd service off\nsshd host lan1\nhttpd host lan1\nsave',
      },
      fortinet: {
        ja: 'WAN 側インターフェースの allowaccess を ping だけにし、管理者には信頼するホストを設定します。',
        en: 'Leave only ping in allowaccess of the WAN interface, and give administrators trusted hosts.',
        snippet:
          'config system interface\n  edit wan1\n    set allowaccess ping\n  next\nend\nconfig system admin\n  edit admin\n    set trusthost1 192.0.2.0 255.255.255.0\n  next\nend',
      },
    },
  ),
  references: [
    'https://www.cisa.gov/news-events/directives/binding-operational-directive-23-02',
    'https://www.ipa.go.jp/security/10threats/index.html',
  ],
  detect: ({ ports }, _at, _knowledge, estate) => detect(ports, consolesOf(ports.endpoint.host, estate)),
});

const management: Exposure = {
  services: [
    ...['ssh', 'telnet', 'ms-wbt-server', 'vnc', 'winbox', 'login', 'shell', 'exec'],
    ...['X11', 'docker', 'vmware-auth', 'netconf-ssh', 'routeros-api', 'cisco-smartinstall'],
  ],
  ports: [22, 23, 3389, 4786, 5900, 8291, 8728],
};

/** A management page that two signs show, by the port where it is. */
interface Page extends ConsoleSeen {
  readonly place: string;
}

function consolesOf(host: string, estate: Estate): readonly Page[] {
  return estate.flatMap((item) => {
    const seen = item.kind === 'web-gear' && item.endpoint.host === host ? seeConsole(item) : undefined;
    return seen === undefined || seen.proof.length < 2
      ? []
      : [{ ...seen, place: `${item.endpoint.port}/tcp` }];
  });
}

function detect(evidence: EvidenceOf<'ports'>, pages: readonly Page[]): Verdict {
  const found = findOpen(evidence, management);
  const services = accusation(evidence, found);
  const accused = withPages(services, pages);
  if (accused === undefined) return unreached(evidence, management);
  const onlySsh =
    pages.length === 0 && found.every(({ port }) => port.port === 22 || port.service?.name === 'ssh');
  if (!onlySsh) return accused;
  return {
    ...accused,
    severity: 'info',
    detail: {
      ja: '見えている管理用のサービスは SSH だけです。通信は暗号化されるため参考として挙げますが、接続元を限るとさらに安全です。',
      en: 'SSH is the only management service seen. It is encrypted, so this is a remark; limiting its sources is safer still.',
    },
  };
}

/** One finding with all of them: what two signs show is worth more than an open port. */
function withPages(services: Vulnerable | undefined, pages: readonly Page[]): Vulnerable | undefined {
  const [first, ...others] = pages.map(({ proof }) => proof[0]);
  if (first === undefined) return services;
  const places = [...(services?.place?.split(' ') ?? []), ...pages.map(({ place }) => place)];
  const names = { ja: namesOf(pages, 'ja'), en: namesOf(pages, 'en') };
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [first, ...others, ...(services?.proof ?? [])],
    place: [...new Set(places)].join(' '),
    detail: { ja: `管理画面: ${names.ja}`, en: `Management pages: ${names.en}` },
  };
}

function namesOf(pages: readonly Page[], locale: Locale): string {
  return pages.map(({ console, place }) => `${console.name[locale]} (${place})`).join(', ');
}
