import { expect } from 'vitest';
import { type Evidence, parseEvidence } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import { type Knowledge, noKnowledge } from '../knowledge/knowledge.ts';
import type { Instant } from '../model/instant.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Check, Needed } from './check.ts';
import { excerptStands } from './pointer.ts';

/** A check's answer, after its evidence passed the door for real evidence and its proof was looked up there. */
export function verdictOf(check: Check, ...evidence: readonly Evidence[]): Verdict {
  return verdictKnowing(noKnowledge, check, ...evidence);
}

/** The same with feeds imported. */
export function verdictKnowing(
  knowledge: Knowledge,
  check: Check,
  ...evidence: readonly Evidence[]
): Verdict {
  return detected(check, evidence, knowledge, evidence);
}

/** The same with the evidence of other places beside it. */
export function verdictAmong(
  check: Check,
  evidence: readonly Evidence[],
  others: readonly Evidence[],
): Verdict {
  return detected(check, evidence, noKnowledge, [...evidence, ...others]);
}

function detected(
  check: Check,
  evidence: readonly Evidence[],
  knowledge: Knowledge,
  report: readonly Evidence[],
): Verdict {
  const needed = Object.fromEntries(evidence.map((item) => [item.kind, parseEvidence(item)]));
  const estate = report.filter(({ kind }) => check.estate?.includes(kind) === true);
  const at: Instant = evidence[0]?.gatheredAt ?? '1970-01-01T00:00:00.000Z';
  const verdict = check.detect(needed as Needed<EvidenceKind>, at, knowledge, estate);
  for (const proof of verdict.verdict === 'vulnerable' ? verdict.proof : []) {
    const source = report.find((item) => item.id === proof.evidence);
    expect(excerptStands(source?.data, proof), `${proof.pointer} holds ${proof.excerpt}`).toBe(true);
  }
  return verdict;
}

/** The same in words, for tables: `high verified`, `safe`, `not-applicable`, `undetermined: timeout`. */
export function outcomeOf(check: Check, ...evidence: readonly Evidence[]): string {
  return inWords(check, verdictOf(check, ...evidence));
}

/** The same with the evidence of other places beside it. */
export function outcomeAmong(
  check: Check,
  evidence: readonly Evidence[],
  others: readonly Evidence[],
): string {
  return inWords(check, verdictAmong(check, evidence, others));
}

function inWords(check: Check, verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'vulnerable':
      return `${verdict.severity ?? check.severity} ${verdict.confidence}`;
    case 'undetermined':
      return `undetermined: ${verdict.reason}`;
    default:
      return verdict.verdict;
  }
}
