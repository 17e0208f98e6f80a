import { describe, expect, it } from 'vitest';
import type { TrackedFinding } from '../model/finding.ts';
import { addMs, type Instant } from '../model/instant.ts';
import { aFinding, aReport } from './build.fixture.ts';
import { compareFindings, findingKey } from './compare.ts';
import type { Report, ReportFinding } from './schema.ts';

const at: Instant = '2026-11-21T00:52:10.000Z';
const day = 86_400_000;
const seen = aFinding();
const answered = {
  check: seen.check,
  host: seen.host,
  name: seen.name,
  port: seen.port,
  transport: seen.transport,
};

function known(overrides: Partial<TrackedFinding> = {}): TrackedFinding {
  return {
    id: 'fnd_1',
    organisationId: 'org_1',
    key: findingKey(seen),
    check: seen.check,
    host: seen.host,
    name: seen.name,
    port: seen.port,
    transport: seen.transport,
    place: seen.place,
    severity: 'medium',
    confidence: 'verified',
    state: 'open',
    firstSeenAt: addMs(at, -200 * day),
    lastSeenAt: addMs(at, -100 * day),
    fixedAt: null,
    acceptedUntil: null,
    lastReportId: 'rep_1',
    ...overrides,
  };
}

function after(before: readonly TrackedFinding[], report: Partial<Report>) {
  const none = { findings: [], actions: [], passed: [], notApplicable: [], undetermined: [] };
  return compareFindings(before, aReport({ ...none, ...report }), {
    organisationId: 'org_1',
    reportId: 'rep_2',
    newId: () => 'fnd_2',
  });
}

const told = (changes: ReturnType<typeof after>) =>
  changes.map(({ finding, event }) => `${finding.id} ${finding.state}${event ? `: ${event.note}` : ''}`);

describe('a finding that is seen', () => {
  const accepted = known({ state: 'accepted', acceptedUntil: addMs(at, day) });
  it.each<[string, readonly TrackedFinding[], Partial<ReportFinding>, string]>([
    ['for the first time → new', [], {}, 'fnd_2 new: first-seen'],
    ['while new → open', [known({ state: 'new' })], {}, 'fnd_1 open: seen-again'],
    ['while open → open, nothing to tell', [known()], {}, 'fnd_1 open'],
    ['while reopened → open', [known({ state: 'reopened' })], {}, 'fnd_1 open: seen-again'],
    ['90 days after it was fixed → reopened', [fixed(90)], {}, 'fnd_1 reopened: came-back'],
    ['91 days after it was fixed → new', [fixed(91)], {}, 'fnd_1 new: first-seen'],
    ['while accepted → accepted', [accepted], {}, 'fnd_1 accepted'],
    ['while accepted and now milder → accepted', [accepted], { severity: 'low' }, 'fnd_1 accepted'],
    ['while accepted and now worse → open', [accepted], { severity: 'high' }, 'fnd_1 open: severity-rose'],
    [
      'at the end date of its acceptance → open',
      [known({ state: 'accepted', acceptedUntil: at })],
      {},
      'fnd_1 open: acceptance-ended',
    ],
    [
      'accepted without an end date → open',
      [known({ state: 'accepted' })],
      {},
      'fnd_1 open: acceptance-ended',
    ],
    ['while disputed → disputed', [known({ state: 'disputed' })], {}, 'fnd_1 disputed'],
    [
      'while disputed and now worse → disputed',
      [known({ state: 'disputed' })],
      { severity: 'critical' },
      'fnd_1 disputed',
    ],
  ])('%s', (_, before, finding, expected) => {
    expect(told(after(before, { findings: [aFinding(finding)] }))).toEqual([expected]);
  });

  it('twice under one key → one finding, as bad as the worse', () => {
    const changes = after([], { findings: [aFinding({ severity: 'low' }), aFinding({ severity: 'high' })] });
    expect(changes.map(({ finding }) => finding.severity)).toEqual(['high']);
  });

  it('again after 91 days → its days count anew', () => {
    const [change] = after([fixed(91)], { findings: [seen] });
    expect(change?.finding).toMatchObject({ firstSeenAt: at, lastSeenAt: at, fixedAt: null });
  });

  it('by evidence older than its last sighting → unchanged', () => {
    expect(after([known({ lastSeenAt: addMs(at, 1) })], { findings: [seen] })).toEqual([]);
  });
});

describe('a finding that is not seen', () => {
  const well = { passed: [answered] };
  it.each<[string, TrackedFinding, Partial<Report>, readonly string[]]>([
    ['and its check says safe → fixed', known(), well, ['fnd_1 fixed: not-there-any-more']],
    [
      'and its check says not applicable → fixed',
      known(),
      { notApplicable: [answered] },
      ['fnd_1 fixed: not-there-any-more'],
    ],
    [
      'though accepted, and its check says safe → fixed',
      known({ state: 'accepted', acceptedUntil: addMs(at, day) }),
      well,
      ['fnd_1 fixed: not-there-any-more'],
    ],
    ['and nothing is said about it → as it was', known(), {}, []],
    [
      'and its check could not tell → as it was',
      known(),
      { undetermined: [{ ...answered, reason: 'timeout' }] },
      [],
    ],
    [
      'and its check says both safe and could not tell → as it was',
      known(),
      { ...well, undetermined: [{ ...answered, reason: 'reset' }] },
      [],
    ],
    [
      'and its check accuses another path there → as it was',
      known({ key: 'elsewhere' }),
      { ...well, findings: [aFinding()] },
      ['fnd_2 new: first-seen'],
    ],
    [
      'and another check says safe → as it was',
      known(),
      { passed: [{ ...answered, check: 'tls.protocol.tls11' }] },
      [],
    ],
    ['and another host is safe → as it was', known(), { passed: [{ ...answered, host: '192.0.2.11' }] }, []],
    [
      'and another name on the host is safe → as it was',
      known(),
      { passed: [{ ...answered, name: null }] },
      [],
    ],
    ['and another port is safe → as it was', known(), { passed: [{ ...answered, port: 8443 }] }, []],
    [
      'and the same port of UDP is safe → as it was',
      known(),
      { passed: [{ ...answered, transport: 'udp' }] },
      [],
    ],
    [
      'and was fixed before → stays fixed since then',
      known({ state: 'fixed', fixedAt: addMs(at, -day) }),
      well,
      [],
    ],
    ['while disputed → waits for a person', known({ state: 'disputed' }), well, []],
    ['while accepted → accepted', known({ state: 'accepted', acceptedUntil: addMs(at, 1) }), {}, []],
    [
      'past the end of its acceptance → open',
      known({ state: 'accepted', acceptedUntil: addMs(at, -1) }),
      {},
      ['fnd_1 open: acceptance-ended'],
    ],
    ['in evidence older than its last sighting → as it was', known({ lastSeenAt: addMs(at, 1) }), well, []],
  ])('%s', (_, before, report, expected) => {
    const changes = after([before], report);
    expect(told(changes)).toEqual(expected);
  });

  it('once fixed → says since when', () => {
    expect(after([known()], well)[0]?.finding).toMatchObject({ fixedAt: at, lastReportId: 'rep_2' });
  });
});

function fixed(daysAgo: number): TrackedFinding {
  return known({ state: 'fixed', fixedAt: addMs(at, -daysAgo * day) });
}
