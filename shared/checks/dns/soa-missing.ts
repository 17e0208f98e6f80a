import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { recordFixes } from './fixes.ts';
import { answerProof, rcode } from './questions.ts';
import { rfc1035, rfc2308 } from './references.ts';
import { answerOf, askedOf, isZone, judgeServers } from './servers.ts';

export const soaMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'ゾーンの管理情報（SOA）があります', en: 'The zone has its SOA record' },
    vulnerable: { ja: 'ゾーンの管理情報（SOA）がありません', en: 'The zone has no SOA record' },
    why: {
      ja: 'SOA がないゾーンは壊れていると見なされ、「ない」という答えを覚えさせることも、ほかのサーバーへ内容を配ることもできません。',
      en: 'A zone without SOA counts as broken: nobody can remember that a name does not exist, and secondaries cannot be fed.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig @{server} -p {port} {domain} SOA +norecurse',
    { ja: 'ゾーンの頂点に SOA レコードを一つ置きます。', en: 'Put one SOA record at the top of the zone.' },
    '{domain}. 3600 IN SOA ns1.{domain}. hostmaster.{domain}. 2026040101 14400 3600 1209600 3600',
  ),
  references: [rfc1035, rfc2308],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const [soa] = askedOf(server, 'soa');
    const answer = soa === undefined ? undefined : answerOf(soa);
    if (soa === undefined || answer === undefined) return undetermined('no-answer');
    if (!answer.flags.aa || answer.rcode !== rcode.noError) return notApplicable;
    if (answer.answers.some(({ type }) => type === 'SOA')) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, soa, 'answers'), answerProof(evidence, soa, 'raw')],
    };
  });
}
