import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Text } from '../../../model/text.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { proofAt } from '../../proof.ts';
import { safe } from '../../verdicts.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { judgeSpoken } from '../version-offered.ts';

type Hello = EvidenceOf<'tls-hello'>;
export type DheGroup = Extract<Hello['data']['dhe'], { outcome: 'yes' }>['value'];

/** Judges the groups of ephemeral DH, that of export suites too; `fault` tells what is wrong with one. */
export function judgeDhe(hello: Hello, fault: (group: DheGroup) => Text | undefined): Verdict {
  const judgeOne = (key: 'dhe' | 'dheExport') =>
    judgeSpoken(hello, hello.data[key], {
      no: safe,
      yes: (group) => {
        const detail = fault(group);
        if (detail === undefined) return safe;
        const proof = [
          proofAt(hello, [key, 'value', 'prime']),
          proofAt(hello, [key, 'value', 'serverKeyExchange']),
        ] as const;
        return easeForMailServers(
          { verdict: 'vulnerable', confidence: 'verified', proof, detail },
          hello,
          'high',
        );
      },
    });
  const usual = judgeOne('dhe');
  if (usual.verdict === 'vulnerable') return usual;
  const forExport = judgeOne('dheExport');
  return forExport.verdict === 'vulnerable' ? forExport : usual;
}
