import type { BookableAsset } from '@enkaku/shared/model/booking.ts';
import { untaught } from '@enkaku/shared/model/estimate.ts';
import { type Instant, instant } from '@enkaku/shared/model/instant.ts';
import { addressesOf } from '@enkaku/shared/model/scope.ts';
import { overlaps, type Window } from '@enkaku/shared/model/window.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Planning, planJobs } from './plan-jobs.ts';

const now: Instant = '2026-11-21T12:00:00.000Z';
const window: Window = { opensAt: now, closesAt: '2026-11-21T14:00:00.000Z' };

const address = (value: string, change: Partial<BookableAsset> = {}): BookableAsset => ({
  id: `ast_${value}`,
  kind: 'address',
  value,
  label: '',
  pinned: [value],
  provenUntil: '2027-01-01T00:00:00.000Z',
  ...change,
});
const name = (value: string, ...pinned: string[]) => address(value, { kind: 'name', pinned });
const domain = (value: string) => address(value, { kind: 'domain', pinned: [] });

const planning = (change: Partial<Planning>): Planning => ({
  window,
  ports: 'default',
  network: 'internet',
  assets: [],
  zones: [],
  blackouts: [],
  estimator: untaught,
  now,
  ...change,
});
const targets = (change: Partial<Planning>) => planJobs(planning(change)).jobs.map(({ target }) => target);

test('an address, two names of it and their domain → one host job with both names, one domain job', () => {
  const assets = [
    address('203.0.112.10'),
    name('www.kakuu.example', '203.0.112.10'),
    name('mail.kakuu.example', '203.0.112.10', '203.0.112.11'),
    domain('kakuu.example'),
  ];

  expect(targets({ assets })).toEqual([
    {
      kind: 'host',
      address: '203.0.112.10',
      names: ['www.kakuu.example', 'mail.kakuu.example'],
      zones: ['kakuu.example'],
    },
    { kind: 'host', address: '203.0.112.11', names: ['mail.kakuu.example'], zones: ['kakuu.example'] },
    { kind: 'domain', domain: 'kakuu.example' },
  ]);
});

test('a range → every address of it', () => {
  const assets = [address('203.0.112.0/30', { kind: 'range' }), address('203.0.112.2')];

  expect(planJobs(planning({ assets })).jobs.map(({ host }) => host)).toEqual([
    '203.0.112.0',
    '203.0.112.1',
    '203.0.112.2',
    '203.0.112.3',
  ]);
});

test('a domain proven for the organisation but not booked → asked for as a zone, no job of its own', () => {
  expect(targets({ assets: [address('203.0.112.10')], zones: ['kakuu.example'] })).toEqual([
    { kind: 'host', address: '203.0.112.10', names: [], zones: ['kakuu.example'] },
  ]);
});

test.for<[string, BookableAsset, Partial<Planning>]>([
  ['never proven', address('203.0.112.10', { provenUntil: null }), {}],
  ['proven until now', address('203.0.112.10', { provenUntil: now }), {}],
  ['a name pinned to nothing', name('www.kakuu.example'), {}],
  ['special-purpose', address('10.0.0.1'), {}],
  [
    'a name of which one address is special-purpose',
    name('www.kakuu.example', '203.0.112.10', '169.254.0.1'),
    {},
  ],
  ['public, in the lab', address('203.0.112.10'), { network: 'lab' }],
  ['closed all the time', address('203.0.112.10'), { blackouts: [{ ...window, address: null }] }],
  [
    'closed at this address',
    address('203.0.112.10'),
    { blackouts: [{ ...window, address: '203.0.112.10' }] },
  ],
  ['the window is over', address('203.0.112.10'), { now: window.closesAt }],
])('%s → refused with a reason, no job', ([, asset, change]) => {
  const plan = planJobs(planning({ assets: [asset], ...change }));

  expect(plan.jobs).toEqual([]);
  expect(plan.refused.map(({ asset: id }) => id)).toEqual([asset.id]);
});

test('one asset is refused → the others are planned', () => {
  const plan = planJobs(planning({ assets: [address('10.0.0.1'), address('203.0.112.10')] }));

  expect(plan.jobs.map(({ host }) => host)).toEqual(['203.0.112.10']);
});

test('a blackout of another address → no concern', () => {
  const blackouts = [{ ...window, address: '203.0.112.99' }];

  expect(planJobs(planning({ assets: [address('203.0.112.10')], blackouts })).jobs).toMatchObject([window]);
});

test('room before a blackout, but too little → the job waits for the room behind it', () => {
  const blackouts = [
    { opensAt: '2026-11-21T12:01:00.000Z', closesAt: '2026-11-21T13:00:00.000Z', address: null },
  ] as const;

  const { jobs } = planJobs(planning({ assets: [address('203.0.112.10')], blackouts }));

  expect(jobs).toMatchObject([{ opensAt: '2026-11-21T13:00:00.000Z', closesAt: window.closesAt }]);
});

test('65 names at one address → 64 are asked for, and the last is told to be left out', () => {
  const names = Array.from({ length: 65 }, (_, n) => name(`n${n}.kakuu.example`, '203.0.112.10'));

  const plan = planJobs(planning({ assets: names }));

  expect(plan.jobs.map(({ target }) => target.kind === 'host' && target.names.length)).toEqual([64]);
  expect(plan.refused.map(({ asset }) => asset)).toEqual(['ast_n64.kakuu.example']);
});

const hour = (n: number) => instant(Date.parse(now) + n * 3_600_000);
const anyWindow = fc
  .tuple(fc.integer({ min: -3, max: 10 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, long]) => ({ opensAt: hour(from), closesAt: hour(from + long) }));
const anyAddress = fc.constantFrom(
  '203.0.112.1',
  '203.0.112.2',
  '203.0.112.3',
  '198.20.0.7',
  '10.0.0.1',
  '127.0.0.1',
);
const anyAsset = fc
  .record({
    kind: fc.constantFrom('address', 'name', 'domain', 'range'),
    at: fc.array(anyAddress, { minLength: 1, maxLength: 3 }),
    n: fc.nat(5),
    provenUntil: fc.constantFrom(null, hour(-1), hour(100)),
  })
  .map(({ kind, at, n, provenUntil }): BookableAsset => {
    const value = {
      address: at[0] ?? '',
      name: `n${n}.kakuu.example`,
      domain: `d${n}.example`,
      range: '203.0.112.0/30',
    }[kind];
    return address(value, {
      kind,
      pinned: kind === 'name' ? at : [],
      provenUntil,
      id: `ast_${kind}${n}${at}`,
    });
  });
const anyPlanning = fc.record({
  window: anyWindow,
  network: fc.constantFrom('internet', 'lab'),
  assets: fc.array(anyAsset, { maxLength: 8 }),
  blackouts: fc.array(
    fc.tuple(anyWindow, fc.option(anyAddress)).map(([closed, at]) => ({ ...closed, address: at })),
    { maxLength: 4 },
  ),
});

test('whatever is planned → inside the proven scope, inside the window, in no blackout, every address once', () => {
  fc.assert(
    fc.property(anyPlanning, (change) => {
      const { jobs } = planJobs(planning(change));
      const proven = change.assets.filter(({ provenUntil: until }) => until !== null && until > now);
      const scope: readonly string[] = proven.flatMap((asset): readonly string[] =>
        asset.kind === 'domain' ? [asset.value] : addressesOf(asset),
      );

      expect(new Set(jobs.map(({ host }) => host)).size).toBe(jobs.length);
      for (const job of jobs) {
        expect(scope).toContain(job.host);
        expect(job.opensAt >= change.window.opensAt && job.closesAt <= change.window.closesAt).toBe(true);
        expect(job.opensAt < job.closesAt && job.closesAt > now).toBe(true);
        const closed = change.blackouts.filter(({ address: at }) => at === null || at === job.host);
        expect(closed.some((blackout) => overlaps(blackout, job))).toBe(false);
      }
    }),
  );
});

test('whatever is booked → diagnosed or refused with a reason, never forgotten', () => {
  fc.assert(
    fc.property(anyPlanning, (change) => {
      const { jobs, refused } = planJobs(planning(change));
      const hosts = new Set(jobs.map(({ host }) => host));
      const told = new Set(refused.map(({ asset }) => asset));

      for (const asset of change.assets) {
        const places: readonly string[] = asset.kind === 'domain' ? [asset.value] : addressesOf(asset);
        expect(told.has(asset.id) || places.every((place) => hosts.has(place))).toBe(true);
      }
    }),
  );
});
