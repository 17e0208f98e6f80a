import { type Catalogue, catalogueHash } from '../checks/catalogue.ts';
import { evaluate, type Judgement } from '../checks/evaluate.ts';
import { kindsFor } from '../checks/group.ts';
import { type Endpoint, type Evidence, newestOnly } from '../evidence/evidence.ts';
import { missedOnce, type NotSeen, notSeenBehind } from '../evidence/not-seen.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { grade, isProvisional } from '../model/grade.ts';
import type { Instant } from '../model/instant.ts';
import type { Load } from '../model/load.ts';
import { actionsFor } from './actions.ts';
import { countApplying } from './applying.ts';
import { findingsOf } from './findings.ts';
import { hostsOf } from './hosts.ts';
import { totalLoad } from './load.ts';
import type { Report } from './schema.ts';

export interface Seen {
  readonly evidence: readonly Evidence[];
  readonly notSeen: readonly NotSeen[];
  /** One of each job. */
  readonly loads: readonly Load[];
  /** When the work began and ended. */
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

export interface Judging {
  readonly catalogue: Catalogue;
  readonly knowledge: Knowledge;
  readonly evaluatedAt: Instant;
  readonly authorizedBy: string | null;
}

/** Report = f(evidence, catalogue, knowledge, at): the same arguments give the same report, to the byte. */
export function buildReport(seen: Seen, judging: Judging): Report {
  const { catalogue } = judging;
  const evidence = newestOnly(seen.evidence);
  const notSeen = missedOnce([...seen.notSeen, ...notSeenBehind(evidence, kindsFor(catalogue))]);
  const judgements = evaluate(catalogue, evidence, notSeen, judging.knowledge);
  const findings = findingsOf(judgements, evidence, catalogue, judging.knowledge);
  const undetermined = judgements.flatMap(({ check, endpoint, verdict }) =>
    verdict.verdict === 'undetermined' ? [{ ...placeFields(check, endpoint), reason: verdict.reason }] : [],
  );
  const passed = withVerdict(judgements, 'safe');
  const applying = countApplying({ passed, findings: [...findings], undetermined });
  return {
    schema: 'enkaku-report/1',
    startedAt: seen.startedAt,
    finishedAt: seen.finishedAt,
    evaluatedAt: judging.evaluatedAt,
    catalogue: catalogueHash(catalogue),
    grade: grade(findings),
    provisional: isProvisional(applying.answered, applying.unanswered),
    authorizedBy: judging.authorizedBy,
    hosts: hostsOf(evidence, notSeen, findings),
    findings: [...findings],
    actions: actionsFor(findings, catalogue),
    passed,
    notApplicable: withVerdict(judgements, 'not-applicable'),
    undetermined,
    load: totalLoad(seen.loads),
  };
}

function withVerdict(judgements: readonly Judgement[], wanted: 'safe' | 'not-applicable') {
  return judgements
    .filter(({ verdict }) => verdict.verdict === wanted)
    .map(({ check, endpoint }) => placeFields(check, endpoint));
}

function placeFields(check: string, endpoint: Endpoint) {
  return {
    check,
    host: endpoint.host,
    name: endpoint.name,
    port: endpoint.port,
    transport: endpoint.transport,
  };
}
