import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { recordFixes } from './fixes.ts';
import { rfc1035, rfc2181 } from './references.ts';
import { answerOf, askedOf, isZone, judgeServers } from './servers.ts';
import { proofOf, recordsIn } from './zone-data.ts';

export const multipleSoa = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'SOA は一つだけです', en: 'There is one SOA record' },
    vulnerable: { ja: 'SOA レコードが複数あります', en: 'There are several SOA records' },
    why: {
      ja: 'SOA は一つでなければなりません。複数あると、どの内容が新しいのかをセカンダリーが判断できず、サーバーごとに答えが食い違います。',
      en: 'There must be one. With several, secondaries cannot tell which contents are newest, and servers answer differently.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig @{server} -p {port} {domain} SOA +norecurse', {
    ja: '古い SOA レコードを消し、一つだけ残します。',
    en: 'Delete the old SOA records and leave one.',
  }),
  references: [rfc1035, rfc2181],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const [soa] = askedOf(server, 'soa');
    if (soa === undefined || answerOf(soa) === undefined) return undetermined('no-answer');
    const [first, second] = recordsIn(soa, 'answers', 'SOA');
    if (first === undefined) return notApplicable;
    if (second === undefined) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofOf(evidence, first), proofOf(evidence, second)],
    };
  });
}
