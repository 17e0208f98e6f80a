import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc2182 } from '../references.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';

export const nsSame24 = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: 'DNS サーバーが別々のネットワークにあります',
      en: 'The name servers stand in different networks',
    },
    vulnerable: {
      ja: 'すべての DNS サーバーが同じネットワークにあります',
      en: 'All name servers stand in one network',
    },
    why: {
      ja: 'その回線や建物が止まると、すべての DNS サーバーが同時に答えられなくなります。世界中に分散した方式（エニーキャスト）を使っている場合は問題になりません。',
      en: 'When that line or building fails, all of them are silent at once. It is no problem where each address stands for many places (anycast).',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +short', {
    ja: '少なくとも 1 台を、別の事業者または別の建物のネットワークに移します。',
    en: 'Move at least one of them into the network of another provider or building.',
  }),
  references: [rfc2182],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const servers = serversOf(evidence);
  const networks = new Set(servers.map(({ address }) => networkOf(address)));
  const names = new Set(servers.map(({ name }) => name));
  if (names.size < 2) return servers.length === 0 ? withoutServers(evidence) : notApplicable;
  const isLoopback = servers.every(({ address }) => address.startsWith('127.') || address === '::1');
  if (networks.size > 1) return safe;
  // Nothing that listens on loopback stands in any network.
  if (isLoopback) return notApplicable;
  return {
    verdict: 'vulnerable',
    // Anycast looks the same from one place.
    confidence: 'inferred',
    proof: [
      proofAt(evidence, [
        'servers',
        evidence.data.servers.findIndex(({ role }) => role === 'zone'),
        'server',
      ]),
      proofAt(evidence, [
        'servers',
        evidence.data.servers.findLastIndex(({ role }) => role === 'zone'),
        'server',
      ]),
    ],
    place: [...networks].join(' '),
  };
}

/** The /24 or /48 that an address lies in. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
  const [head = ''] = address.split('::');
  return [...head.split(':'), '0', '0', '0'].slice(0, 3).join(':');
}
