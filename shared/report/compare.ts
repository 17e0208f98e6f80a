import type { FindingState, TrackedFinding } from '../model/finding.ts';
import type { FindingId, OrganisationId, ReportId } from '../model/id.ts';
import { addMs, type Instant, parseInstant } from '../model/instant.ts';
import { compareSeverity } from '../model/severity.ts';
import type { Report, ReportFinding } from './schema.ts';

/** A finding as it stands after a report, and what to tell of it; null: nothing but the date of its last sighting. */
export interface FindingChange {
  readonly finding: TrackedFinding;
  readonly event: { readonly state: FindingState; readonly note: ChangeNote } | null;
}

export type ChangeNote =
  | 'first-seen'
  | 'seen-again'
  | 'came-back'
  | 'not-there-any-more'
  | 'acceptance-ended'
  | 'severity-rose';

export interface Comparing {
  readonly organisationId: OrganisationId;
  readonly reportId: ReportId;
  readonly newId: () => FindingId;
}

const reopenWithinMs = 90 * 86_400_000;

/** host, check and place. Neither host nor check holds a space, so no two places share a key. */
export function findingKey(finding: Pick<ReportFinding, 'host' | 'check' | 'place'>): string {
  return `${finding.host} ${finding.check} ${finding.place}`;
}

/**
 * What a report changes in the findings known so far. Dates are those of its evidence; a report whose evidence is
 * older than what is known of a finding does not change that finding.
 */
export function compareFindings(
  tracked: readonly TrackedFinding[],
  report: Report,
  comparing: Comparing,
): readonly FindingChange[] {
  const at = parseInstant(report.finishedAt);
  const known = new Map(tracked.map((finding) => [finding.key, finding]));
  const seen = worstByKey(report.findings);
  const sighted = [...seen].map(([key, finding]) => sight(known.get(key), finding, at, comparing));
  const unsighted = tracked
    .filter(({ key }) => !seen.has(key))
    .map((finding) => miss(finding, report, at, comparing.reportId));
  return [...sighted, ...unsighted].filter((change) => change !== undefined);
}

function worstByKey(findings: readonly ReportFinding[]): ReadonlyMap<string, ReportFinding> {
  const worstFirst = findings.toSorted((a, b) => compareSeverity(a.severity, b.severity));
  return new Map(worstFirst.toReversed().map((finding) => [findingKey(finding), finding]));
}

function sight(
  before: TrackedFinding | undefined,
  seen: ReportFinding,
  at: Instant,
  { organisationId, reportId, newId }: Comparing,
): FindingChange | undefined {
  const now = {
    severity: seen.severity,
    confidence: seen.confidence,
    lastSeenAt: at,
    lastReportId: reportId,
  };
  if (before === undefined) {
    return {
      finding: {
        id: newId(),
        organisationId,
        key: findingKey(seen),
        check: seen.check,
        host: seen.host,
        name: seen.name,
        port: seen.port,
        transport: seen.transport,
        place: seen.place,
        state: 'new',
        firstSeenAt: at,
        fixedAt: null,
        acceptedUntil: null,
        ...now,
      },
      event: { state: 'new', note: 'first-seen' },
    };
  }
  if (isOlder(at, before)) return undefined;
  const [state, note] = afterSighting(before, seen, at);
  const ended = before.state === 'accepted' && state !== 'accepted';
  return {
    finding: {
      ...before,
      ...now,
      state,
      firstSeenAt: state === 'new' ? at : before.firstSeenAt,
      fixedAt: null,
      acceptedUntil: ended ? null : before.acceptedUntil,
    },
    event: state === before.state ? null : { state, note },
  };
}

function afterSighting(before: TrackedFinding, seen: ReportFinding, at: Instant): [FindingState, ChangeNote] {
  switch (before.state) {
    case 'new':
    case 'open':
    case 'reopened':
      return ['open', 'seen-again'];
    case 'fixed':
      return before.fixedAt !== null && at <= addMs(before.fixedAt, reopenWithinMs)
        ? ['reopened', 'came-back']
        : ['new', 'first-seen'];
    case 'accepted':
      if (compareSeverity(seen.severity, before.severity) < 0) return ['open', 'severity-rose'];
      return isAcceptedAt(before, at) ? ['accepted', 'seen-again'] : ['open', 'acceptance-ended'];
    case 'disputed':
      return ['disputed', 'seen-again'];
  }
}

/** What was not found: fixed only by the same check's answer about the same endpoint; silence changes nothing. */
function miss(
  before: TrackedFinding,
  report: Report,
  at: Instant,
  reportId: ReportId,
): FindingChange | undefined {
  if (before.state === 'fixed' || before.state === 'disputed' || isOlder(at, before)) return undefined;
  if (isAnsweredWell(before, report)) {
    return {
      finding: { ...before, state: 'fixed', fixedAt: at, acceptedUntil: null, lastReportId: reportId },
      event: { state: 'fixed', note: 'not-there-any-more' },
    };
  }
  if (before.state !== 'accepted' || isAcceptedAt(before, at)) return undefined;
  return {
    finding: { ...before, state: 'open', acceptedUntil: null, lastReportId: reportId },
    event: { state: 'open', note: 'acceptance-ended' },
  };
}

function isAnsweredWell(finding: TrackedFinding, report: Report): boolean {
  const here = (answer: Report['passed'][number]) =>
    answer.check === finding.check &&
    answer.host === finding.host &&
    answer.name === finding.name &&
    answer.port === finding.port &&
    answer.transport === finding.transport;
  const well = report.passed.some(here) || report.notApplicable.some(here);
  return well && !report.undetermined.some(here) && !report.findings.some(here);
}

function isAcceptedAt(finding: TrackedFinding, at: Instant): boolean {
  return finding.acceptedUntil !== null && at < finding.acceptedUntil;
}

function isOlder(at: Instant, finding: TrackedFinding): boolean {
  return at < finding.lastSeenAt || (finding.fixedAt !== null && at < finding.fixedAt);
}
