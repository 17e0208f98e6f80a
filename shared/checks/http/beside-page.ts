import { type EvidenceOf, samePlace } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { undetermined } from '../verdicts.ts';
import type { FilesEvidence } from './files.ts';

/**
 * Needed by checks that once read their files from the evidence `http-response`: what was stored then is undetermined
 * now, and not just passed over. Files of another name of the host say nothing about this one.
 */
export const pageAndFiles = ['http-response', 'web-files'] as const;

export function judgeFiles(
  evidence: { readonly 'http-response': EvidenceOf<'http-response'>; readonly 'web-files': FilesEvidence },
  verdict: (files: FilesEvidence) => Verdict,
): Verdict {
  const files = evidence['web-files'];
  return samePlace(evidence['http-response'].endpoint, files.endpoint)
    ? verdict(files)
    : undetermined('no-evidence:web-files');
}
