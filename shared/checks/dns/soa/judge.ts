import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Text } from '../../../model/text.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { type FoundSoa, proofsOf, soasOf } from '../zone-data.ts';

export const sameContents: Text = {
  ja: 'どの DNS サーバーも同じ内容を答えます',
  en: 'All name servers give the same contents',
};

export const differentContents: Text = {
  ja: '同じゾーンのはずなのに内容が食い違っています。別々に管理されている疑いがあります。',
  en: 'The contents differ although it should be one zone. The servers may be looked after separately.',
};

/** For contents that differ from server to server. */
export const onePrimary = recordFixes(
  'for s in $(dig +short {domain} NS); do dig @$s {domain} SOA +norecurse +short; done',
  {
    ja: 'すべてのサーバーが同じプライマリーから転送を受けるようにします。',
    en: 'Let all servers take the zone from one primary.',
  },
);

type Evidence = EvidenceOf<'dns-answers'>;

/** Judges the SOA records of a zone's servers, if there are any. */
export function judgeSoas(
  evidence: Evidence,
  judge: (soas: readonly [FoundSoa, ...FoundSoa[]]) => Verdict,
): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const [first, ...others] = soasOf(evidence);
  if (first !== undefined) return judge([first, ...others]);
  return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
}

/** Accuses where the servers do not agree about one field. What one of them holds is unknown while it is silent. */
export function judgeAgreement(evidence: Evidence, field: 'serial' | 'mname' | 'rname'): Verdict {
  return judgeSoas(evidence, (soas) => {
    const values = new Map(soas.map((soa) => [String(soa[field]).toLowerCase(), soa]));
    const [first, ...others] = values.values();
    if (first !== undefined && others.length > 0) {
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: proofsOf(evidence, [first.found, ...others.map(({ found }) => found)]),
        place: soas.map((soa) => `${soa.server.label} ${soa[field]}`).join(', '),
      };
    }
    return soas.length < serversOf(evidence).length ? undetermined('no-answer') : safe;
  });
}
