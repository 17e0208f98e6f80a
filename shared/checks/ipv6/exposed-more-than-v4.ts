import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Address } from '../../model/address.ts';
import { isIPv6 } from '../../model/address.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck, type Estate } from '../check.ts';
import { isMiddlebox } from '../exposed/middlebox.ts';
import { wasAsked } from '../exposed/was-asked.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';

export const exposedMoreThanV4 = defineCheck({
  version: 1,
  needs: ['ports', 'host-dns'],
  estate: ['ports'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'IPv6 で公開しているサービスは、IPv4 と同じか、それより少なくなっています',
      en: 'No more services are public over IPv6 than over IPv4',
    },
    vulnerable: {
      ja: 'IPv4 では閉じているサービスが、IPv6 では公開されています',
      en: 'Services that are closed over IPv4 are public over IPv6',
    },
    why: {
      ja: 'ファイアウォールの設定が IPv4 だけに行われ、IPv6 の側が開いたままになっていると考えられます。閉じたつもりの管理の入口やデータベースに、IPv6 を使えば誰でも届きます。',
      en: 'The firewall was probably configured for IPv4 alone, and the IPv6 side was left open. Management doors and databases that were thought closed can be reached by anyone over IPv6.',
    },
  },
  action: 'close-service',
  fixes: fixList(
    'nmap -6 -Pn {host}',
    {
      ja: 'ファイアウォールの IPv6 の規則を IPv4 とそろえ、必要なサービスだけを許可します。IPv6 を使っていなければ、そのサーバーの AAAA レコードとアドレスを外します。',
      en: 'Bring the firewall’s IPv6 rules in line with those for IPv4 and permit needed services only. Where IPv6 is not used, remove the server’s AAAA record and address.',
    },
    {
      debian: {
        ja: 'ufw で IPV6=yes を確かめて有効にし直すか、ip6tables／nftables に IPv4 と同じ規則を書きます。',
        en: 'Make sure of IPV6=yes in ufw and enable it anew, or write the same rules for ip6tables or nftables.',
        snippet: 'grep IPV6 /etc/default/ufw   # IPV6=yes\nufw disable && ufw enable',
      },
      'cisco-ios': {
        ja: 'インターネット側インターフェースに IPv6 の受信アクセスリストを設定します。',
        en: 'Set an inbound IPv6 access list on the Internet interface.',
        snippet:
          'ipv6 access-list FROM-INTERNET6\n permit tcp any any established\n permit icmp any any\n deny ipv6 any any\ninterface GigabitEthernet0/0\n ipv6 traffic-filter FROM-INTERNET6 in',
      },
      'yamaha-rtx': {
        ja: 'インターネット側のインターフェースに IPv6 のフィルターを設定します（静的フィルターで拒否し、動的フィルターで内部からの通信を通します）。',
        en: 'Set IPv6 filters on the Internet interface: reject with static ones and let traffic from inside through with dynamic ones.',
        snippet:
          'ipv6 filter 1 pass * * icmp6\nipv6 filter 99 reject * *\nipv6 filter dynamic 101 * * tcp\nipv6 filter dynamic 102 * * udp\nipv6 lan2 secure filter in 1 99\nipv6 lan2 secure filter out 1 dynamic 101 102',
      },
      fortinet: {
        ja: 'IPv6 のポリシー（config firewall policy の srcaddr6／dstaddr6）を見直し、IPv4 で許可していないサービスを外します。',
        en: 'Review the policies for IPv6 (srcaddr6 and dstaddr6 in config firewall policy) and remove services that IPv4 does not permit.',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc9099.html#section-2.7',
    'https://www.rfc-editor.org/rfc/rfc7721.html',
  ],
  detect: ({ ports, 'host-dns': dns }, _at, _knowledge, estate) => detect(ports, dns, estate),
});

type Ports = EvidenceOf<'ports'>;

/** The host's other address is that of a name which has both; its ports are known if it was diagnosed with this one. */
function detect(ports: Ports, dns: EvidenceOf<'host-dns'>, estate: Estate): Verdict {
  if (!isIPv6(ports.endpoint.host as Address)) return notApplicable;
  const addresses = fourthVersionAddresses(dns);
  if (addresses.size === 0) return notApplicable;
  const [twin] = estate.flatMap((item) =>
    item.kind === 'ports' && addresses.has(item.endpoint.host) ? [item] : [],
  );
  if (twin === undefined) return undetermined('not-attempted');
  if (isMiddlebox(ports) || isMiddlebox(twin)) return undetermined('middlebox');
  if (twin.data.host !== 'up' || !twin.data.complete) return undetermined('ports-incomplete');
  const openThere = new Set(openTcp(twin).map(({ port }) => port));
  const more = openTcp(ports).filter(
    ({ port }) => !openThere.has(port) && wasAsked(twin.data.requested, port),
  );
  const [first, ...others] = more.map(({ index }) => proofAt(ports, ['ports', index, 'port']));
  if (first === undefined) return ports.data.complete ? safe : undetermined('ports-incomplete');
  const list = more.map(({ port }) => port).join(', ');
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [first, ...others],
    place: more.map(({ port }) => `${port}/tcp`).join(' '),
    detail: {
      ja: `IPv4 のアドレス ${twin.endpoint.host} では閉じている TCP ${list} 番が開いています。`,
      en: `TCP ${list} is open here and closed on the IPv4 address ${twin.endpoint.host}.`,
    },
  };
}

function fourthVersionAddresses({ data }: EvidenceOf<'host-dns'>): ReadonlySet<string> {
  const answers = data.questions.flatMap(({ answer }) =>
    answer.outcome === 'yes' ? answer.value.answers : [],
  );
  return new Set(answers.filter(({ type }) => type === 'A').map(({ data: address }) => address));
}

function openTcp({ data }: Ports): readonly { readonly port: number; readonly index: number }[] {
  return data.ports.flatMap(({ port, state, transport }, index) =>
    state === 'open' && transport === 'tcp' ? [{ port, index }] : [],
  );
}
