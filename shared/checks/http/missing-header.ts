import type { Text } from '../../model/text.ts';
import type { Vulnerable } from '../verdicts.ts';
import { type Answer, type HttpEvidence, proofIn } from './pages.ts';

/** A page without the header it should have: all its headers are the proof of that. */
export function missingHeader(evidence: HttpEvidence, page: Answer, detail?: Text): Vulnerable {
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofIn(evidence, page, ['headers'])],
    ...(detail === undefined ? {} : { detail }),
  };
}

/** A header with a value it should not have. */
export function badHeader(evidence: HttpEvidence, page: Answer, at: number, detail: Text): Vulnerable {
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofIn(evidence, page, ['headers', at, 1])],
    detail,
  };
}
