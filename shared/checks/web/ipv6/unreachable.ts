import type { Evidence } from '../../../evidence/evidence.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { judgeIpv6 } from './addresses.ts';

export const ipv6Unreachable = defineCheck({
  version: 1,
  needs: ['http-response', 'host-dns'],
  estate: ['http-response', 'ports'],
  severity: 'low',
  text: {
    safe: { ja: 'サイトは IPv6 でも見られます', en: 'The site can be seen over IPv6 as well' },
    vulnerable: { ja: 'サイトを IPv6 では見られません', en: 'The site cannot be seen over IPv6' },
    why: {
      ja: 'DNS には IPv6 のアドレスがありますが、そこではサイトが応答しません。IPv6 を使う住民は、表示まで長く待たされるか、見られないことがあります。',
      en: 'The DNS gives an IPv6 address, but the site does not answer there. Residents who use IPv6 wait long, or do not see it at all.',
    },
  },
  action: 'dns-zone',
  fixes: fixList('curl -6 -sS -o /dev/null -w "%{http_code}\\n" https://{name}/', {
    ja: 'Web サーバーを IPv6 でも待ち受けさせ、ファイアウォールで 80 番と 443 番を通します。使わない場合は AAAA レコードを消します。',
    en: 'Let the web server listen on IPv6 and the firewall pass ports 80 and 443. Where IPv6 is not used, remove the AAAA record.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8305'],
  detect: ({ 'http-response': web, 'host-dns': dns }, _at, _knowledge, estate) =>
    judgeIpv6(web, dns, ({ addresses, proof }) => {
      if (addresses.length === 0) return notApplicable;
      const { name, port } = web.endpoint;
      const there = estate.filter(({ endpoint }) => addresses.includes(endpoint.host));
      const sites = there.filter(({ kind, endpoint }) => kind === 'http-response' && endpoint.name === name);
      if (sites.some(answers)) return safe;
      const closed = there.flatMap((item) => {
        if (item.kind !== 'ports' || !item.data.complete || item.data.host !== 'up') return [];
        const index = item.data.ports.findIndex((each) => each.transport === 'tcp' && each.port === port);
        return item.data.ports[index]?.state === 'closed' ? [proofAt(item, ['ports', index, 'state'])] : [];
      });
      const [first] = closed;
      // Silence may be ours: a node without IPv6 sees nobody.
      if (first === undefined) return undetermined('ipv6-not-looked-at');
      return { verdict: 'vulnerable', confidence: 'verified', proof: [first, proof] };
    }),
});

function answers(item: Evidence): boolean {
  return (
    item.kind === 'http-response' &&
    item.data.exchanges.some(({ purpose, response }) => purpose === 'root' && response.outcome === 'yes')
  );
}
