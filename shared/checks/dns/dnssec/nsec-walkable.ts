import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { signingFixes } from '../fixes.ts';
import { rfc4034, rfc5155 } from '../references.ts';
import { answerOf, askedOf, isZone, judgeServers } from '../servers.ts';
import { proofOf, recordsIn } from '../zone-data.ts';
import { nsec3Snippets } from './judge.ts';
import { isUnsigned, keysOf } from './records.ts';

export const dnssecNsecWalkable = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: '署名からゾーンの名前の一覧は取り出せません',
      en: 'The signatures do not list the names of the zone',
    },
    vulnerable: {
      ja: '署名（NSEC）からゾーンの名前を順に取り出せます',
      en: 'The names of the zone can be listed through its signatures (NSEC)',
    },
    why: {
      ja: '公開していないサーバーの名前も順に取り出せます。名前そのものは秘密にならないため、知られて困る名前を公開ゾーンに置かないことが先です。',
      en: 'Names of servers that were never announced can be listed one after another. Names are no secret anyway: better keep out of the public zone what must not be known.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'dig nonexistent.{domain} A +dnssec +norecurse',
    {
      ja: '反復なし、ソルトなしの NSEC3 で署名し直すか、知られて困る名前を公開ゾーンから除きます。',
      en: 'Sign again with NSEC3 (no iterations, no salt), or take names that must not be known out of the public zone.',
    },
    nsec3Snippets,
  ),
  references: [rfc4034, rfc5155],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence) || isUnsigned(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    if (keysOf(server).length === 0) return notApplicable;
    const [absent] = askedOf(server, 'absent');
    const answer = absent === undefined ? undefined : answerOf(absent);
    if (absent === undefined || answer === undefined) return undetermined('no-answer');
    const [nsec] = recordsIn(absent, 'authority', 'NSEC').filter(({ record }) => !isMadeUp(record.data));
    if (nsec === undefined) return safe;
    return { verdict: 'vulnerable', confidence: 'verified', proof: [proofOf(evidence, nsec)] };
  });
}

/** RFC 4470 and RFC 9824: made for the question, it names no other name of the zone. */
function isMadeUp(data: string): boolean {
  return data.startsWith('\\000');
}
