import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { judge, safe } from '../verdicts.ts';

/** The agent served `public`: its description is the proof, or the bytes of the response where it has none. */
export function servesPublic(evidence: EvidenceOf<'snmp-answer'>, version: 'v1' | 'v2c'): Verdict {
  return judge(evidence.data[version], {
    no: safe,
    yes: ({ sysDescr }) => ({
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(evidence, [version, 'value', sysDescr === '' ? 'response' : 'sysDescr'])],
    }),
  });
}
