import { type Endpoint, type Evidence, samePlace } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { NotSeen } from '../evidence/not-seen.ts';
import { type Knowledge, noKnowledge } from '../knowledge/knowledge.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Catalogue, CheckId } from './catalogue.ts';
import type { Check, Estate, Needed } from './check.ts';

/** One check's answer about one place. */
export interface Judgement {
  readonly check: CheckId;
  readonly endpoint: Endpoint;
  readonly verdict: Verdict;
}

/**
 * Every check about every place of the kind it looks at first. What was true is told as of the evidence's own date.
 * A check that throws, or whose evidence is missing, is undetermined for itself alone.
 */
export function evaluate(
  catalogue: Catalogue,
  evidence: readonly Evidence[],
  notSeen: readonly NotSeen[] = [],
  knowledge: Knowledge = noKnowledge,
): readonly Judgement[] {
  const byHost = Map.groupBy(evidence, (item) => item.endpoint.host);
  return Object.entries(catalogue).flatMap(([id, check]) => {
    const estate = evidence.filter(({ kind }) => check.estate?.includes(kind) === true);
    const seen = evidence
      .filter((item) => item.kind === check.needs[0])
      .map((item) => ({
        check: id,
        endpoint: item.endpoint,
        verdict: judge(check, item, byHost.get(item.endpoint.host) ?? [], { knowledge, estate }),
      }));
    const unseen = notSeen
      .filter((place) => place.kind === check.needs[0])
      .filter((place) => !seen.some((judgement) => samePlace(judgement.endpoint, place.endpoint)))
      .map((place) => ({
        check: id,
        endpoint: place.endpoint,
        verdict: { verdict: 'undetermined' as const, reason: place.reason },
      }));
    return [...seen, ...unseen];
  });
}

interface Surroundings {
  readonly knowledge: Knowledge;
  readonly estate: Estate;
}

function judge(
  check: Check,
  anchor: Evidence,
  ofHost: readonly Evidence[],
  { knowledge, estate }: Surroundings,
): Verdict {
  const needed: Partial<Record<EvidenceKind, Evidence>> = { [anchor.kind]: anchor };
  for (const kind of check.needs.slice(1)) {
    const found = nearest(
      ofHost.filter((item) => item.kind === kind),
      anchor.endpoint,
    );
    if (found === undefined) return { verdict: 'undetermined', reason: `no-evidence:${kind}` };
    needed[kind] = found;
  }
  try {
    return check.detect(needed as Needed<EvidenceKind>, anchor.gatheredAt, knowledge, estate);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    return { verdict: 'undetermined', reason: `check-failed: ${reason}` };
  }
}

/** The same place, else the same port under another name, else what holds for the whole host. */
function nearest(candidates: readonly Evidence[], place: Endpoint): Evidence | undefined {
  return (
    candidates.find((item) => samePlace(item.endpoint, place)) ??
    candidates.find(
      (item) => item.endpoint.port === place.port && item.endpoint.transport === place.transport,
    ) ??
    candidates.find((item) => item.endpoint.port === null)
  );
}
