import { expect, test } from 'vitest';
import { type BookableAsset, type Booking, checkBooking } from './booking.ts';
import type { Instant } from './instant.ts';

const now: Instant = '2026-11-21T00:00:00.000Z';
const server: BookableAsset = {
  id: 'ast_1',
  kind: 'address',
  value: '203.0.112.10',
  label: 'Web',
  pinned: ['203.0.112.10'],
  provenUntil: '2027-11-21T00:00:00.000Z',
};
const zone: BookableAsset = {
  ...server,
  id: 'ast_2',
  kind: 'domain',
  value: 'city.kakuu.example',
  pinned: [],
};
const hour = { opensAt: '2026-11-22T00:00:00.000Z', closesAt: '2026-11-22T01:00:00.000Z' } as const;

function problems(change: Partial<Booking>) {
  const booking: Booking = {
    window: hour,
    now,
    ports: 'default',
    network: 'internet',
    assets: [server, zone],
    existing: [],
    blackouts: [],
    estimateMs: 180_000,
    ...change,
  };
  return checkBooking(booking).map(({ field, code }) => `${field}: ${code}`);
}

test('a proven server and zone, tomorrow, for an hour → nothing stands against it', () => {
  expect(problems({})).toEqual([]);
});

test('the minute that has begun → still now', () => {
  expect(problems({ now: '2026-11-22T00:00:59.000Z' })).toEqual([]);
});

const other = { id: 'rsv_1', assetIds: ['ast_1'] } as const;

test.for<[string, Partial<Booking>, string]>([
  ['a window in the past', { now: '2026-11-22T00:02:00.000Z' }, 'opensAt: in-the-past'],
  [
    'the end before the start',
    { window: { opensAt: hour.closesAt, closesAt: hour.opensAt } },
    'closesAt: ends-before-it-starts',
  ],
  [
    'the end at the start',
    { window: { opensAt: hour.opensAt, closesAt: hour.opensAt } },
    'closesAt: ends-before-it-starts',
  ],
  ['shorter than the estimate', { estimateMs: 3_600_001 }, 'closesAt: too-short'],
  [
    'longer than seven days',
    { window: { ...hour, closesAt: '2026-11-29T00:00:00.001Z' } },
    'closesAt: too-long',
  ],
  [
    'a blackout that leaves too little room',
    { blackouts: [{ ...hour, closesAt: '2026-11-22T00:58:00.000Z' }] },
    'opensAt: blackout',
  ],
  ['ports that cannot be read', { ports: '80,,443' }, 'ports: ports'],
  ['no asset', { assets: [] }, 'assets: no-asset'],
  ['an asset that was never proven', { assets: [{ ...server, provenUntil: null }] }, 'assets: not-proven'],
  [
    'a name that was pinned to nothing',
    { assets: [{ ...server, kind: 'name', pinned: [] }] },
    'assets: not-proven',
  ],
  [
    'a proof that ends before the window opens',
    { assets: [{ ...server, provenUntil: hour.opensAt }] },
    'assets: proof-expired',
  ],
  ['a special-purpose address', { assets: [{ ...server, value: '192.168.1.1' }] }, 'assets: special-purpose'],
  [
    'a name pinned to a special-purpose address',
    { assets: [{ ...server, kind: 'name', pinned: ['203.0.112.1', '::1'] }] },
    'assets: special-purpose',
  ],
  ['a public address in the lab', { network: 'lab', assets: [server] }, 'assets: public-in-lab'],
  [
    'a range that is too wide',
    { assets: [{ ...server, kind: 'range', value: '203.0.0.0/16' }] },
    'assets: too-many-addresses',
  ],
  [
    'an overlapping booking of the same asset',
    { existing: [{ ...other, window: hour }] },
    'assets: overlapping',
  ],
])('%s → %s', ([, change, problem]) => {
  expect(problems(change)).toEqual([problem]);
});

test.for<[string, Booking['existing']]>([
  ['of another asset', [{ id: 'rsv_1', assetIds: ['ast_9'], window: hour }]],
  ['that ends when this one starts', [{ ...other, window: { opensAt: now, closesAt: hour.opensAt } }]],
])('a booking %s → no overlap', ([, existing]) => {
  expect(problems({ existing })).toEqual([]);
});

test('several ranges that are too much together → one problem for all', () => {
  const ranges = [0, 1, 2].map(
    (n): BookableAsset => ({ ...server, kind: 'range', value: `203.0.${n * 2}.0/23` }),
  );

  expect(problems({ assets: ranges })).toEqual(['assets: too-many-addresses']);
});

test('a loopback address in the lab → fine there', () => {
  expect(problems({ network: 'lab', assets: [{ ...server, value: '127.0.0.1' }] })).toEqual([]);
});

test('every problem of one booking is told at once, in both languages', () => {
  const found = checkBooking({
    window: hour,
    now: '2026-12-01T00:00:00.000Z',
    ports: 'x',
    network: 'internet',
    assets: [],
    existing: [],
    blackouts: [],
    estimateMs: 0,
  });

  expect(found.map(({ code }) => code)).toEqual(['in-the-past', 'ports', 'no-asset']);
  expect(found.every(({ text }) => /[ぁ-ん]/.test(text.ja) && text.en.endsWith('.'))).toBe(true);
});
