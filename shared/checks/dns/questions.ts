import type { dnsPurposes } from '../../evidence/dns-answers/schema.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Proof } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';

type Evidence = EvidenceOf<'dns-answers'>;
export type Purpose = (typeof dnsPurposes)[number];
export type Question = Evidence['data']['questions'][number];

export interface Asked {
  /** Its index in the evidence. */
  readonly index: number;
  readonly question: Question;
}

/** RFC 1035 §4.1.1 and RFC 2136 §2.2. */
export const rcode = { noError: 0, servFail: 2, nxDomain: 3, notImp: 4, refused: 5, notAuth: 9 } as const;

export function asked({ data }: Evidence, purpose: Purpose): readonly Asked[] {
  return data.questions.flatMap((question, index) =>
    question.purpose === purpose ? [{ index, question }] : [],
  );
}

/** Whether the evidence is about a zone and mail domain; otherwise it is about a server. */
export function isDomain({ endpoint }: Evidence): boolean {
  return endpoint.port === null;
}

/** @param path within the answer, which has to be there */
export function answerProof(
  evidence: Evidence,
  { index }: Asked,
  ...path: readonly (string | number)[]
): Proof {
  return proofAt(evidence, ['questions', index, 'answer', 'value', ...path]);
}
