import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { ednsFixes } from '../fixes.ts';
import { answerProof, rcode } from '../questions.ts';
import { rfc6891 } from '../references.ts';
import { answerOf, askedOf, judgeServers } from '../servers.ts';
import { silence } from './form.ts';

export const ednsUnsupported = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'EDNS に対応しています', en: 'EDNS is supported' },
    vulnerable: { ja: 'EDNS に対応していません', en: 'EDNS is not supported' },
    why: {
      ja: 'EDNS は 1999 年からある DNS の拡張で、DNSSEC や長い応答に欠かせません。対応しないサーバーは、名前解決の遅れや失敗の原因になります。',
      en: 'EDNS has been part of the DNS since 1999; DNSSEC and long answers need it. Without it, look-ups become slow or fail.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} SOA +edns=0'),
  references: [rfc6891],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [edns] = askedOf(server, 'edns');
    if (edns === undefined) return notApplicable;
    const answer = answerOf(edns);
    if (answer === undefined) {
      const plain = [...askedOf(server, 'edns-none'), ...askedOf(server, 'reach')].some(
        (asked) => answerOf(asked) !== undefined,
      );
      return plain ? silence(evidence, edns) : undetermined('no-answer');
    }
    if (answer.edns !== null) return safe;
    const isRefusal = answer.rcode === rcode.servFail || answer.rcode === rcode.refused;
    if (isRefusal) return undetermined(`rcode-${answer.rcode}`);
    return { verdict: 'vulnerable', confidence: 'verified', proof: [answerProof(evidence, edns, 'raw')] };
  });
}
