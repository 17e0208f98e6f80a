import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Forecast, forecast, type Work } from './forecast.ts';

const fleet = { slots: 2, mostOfNeighbourhood: 4 };

function work(change: Partial<Work> = {}): Work {
  return {
    host: 'a',
    neighbourhood: 'n',
    opensAtMs: 0,
    closesAtMs: 100,
    durationMs: 10,
    priority: 2,
    turn: 0,
    ...change,
  };
}

const endOf = (one: Forecast | undefined) => (one?.outcome === 'runs' ? one.endsAtMs : 'left-over');

test.each([
  ['one host', [work()], [10]],
  ['three hosts on two slots', [work(), work({ host: 'b' }), work({ host: 'c' })], [10, 10, 20]],
  ['one host twice', [work(), work()], [10, 20]],
  ['more than the window holds', [work({ durationMs: 60 }), work({ durationMs: 60 })], [60, 'left-over']],
  ['a window that opens later', [work({ opensAtMs: 50 })], [60]],
  ['longer than its window', [work({ durationMs: 101 })], ['left-over']],
  ['exactly its window', [work({ durationMs: 100 })], [100]],
  [
    'an urgent one behind',
    [work({ turn: 1 }), work({ host: 'b', turn: 2 }), work({ host: 'c', priority: 0 })],
    [10, 20, 10],
  ],
])('%s → when each ends', (_, works, ends) => {
  expect(forecast(works, fleet).map(endOf)).toEqual(ends);
});

test('five hosts of one neighbourhood on eight slots → four at once', () => {
  const works = ['a', 'b', 'c', 'd', 'e'].map((host) => work({ host }));

  expect(forecast(works, { slots: 8, mostOfNeighbourhood: 4 }).map(endOf)).toEqual([10, 10, 10, 10, 20]);
});

const anyWork = fc.record({
  host: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  neighbourhood: fc.constantFrom('m', 'n'),
  opensAtMs: fc.integer({ min: 0, max: 50 }),
  closesAtMs: fc.integer({ min: 51, max: 200 }),
  durationMs: fc.integer({ min: 1, max: 60 }),
  priority: fc.integer({ min: 0, max: 3 }),
  turn: fc.integer({ min: 0, max: 5 }),
});

test('any queue → inside every window, no host twice, never more at once than may be', () => {
  fc.assert(
    fc.property(
      fc.array(anyWork, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      (works, slots) => {
        const all = forecast(works, { slots, mostOfNeighbourhood: 2 });
        const runs = all.flatMap((one, index) =>
          one.outcome === 'runs' ? [{ ...one, work: works[index] as Work }] : [],
        );
        for (const { work: mine, startsAtMs, endsAtMs } of runs) {
          expect(startsAtMs).toBeGreaterThanOrEqual(mine.opensAtMs);
          expect(endsAtMs).toBeLessThanOrEqual(mine.closesAtMs);
          const meanwhile = runs.filter(
            (other) => other.startsAtMs <= startsAtMs && other.endsAtMs > startsAtMs,
          );
          expect(meanwhile.length).toBeLessThanOrEqual(slots);
          expect(meanwhile.filter(({ work: { host } }) => host === mine.host)).toHaveLength(1);
          expect(
            meanwhile.filter(({ work: { neighbourhood } }) => neighbourhood === mine.neighbourhood).length,
          ).toBeLessThanOrEqual(2);
        }
      },
    ),
  );
});

test('two organisations, a thousand hosts against three → the three are not behind the thousand', () => {
  const many = Array.from({ length: 1000 }, (_, turn) =>
    work({ host: `m${turn}`, neighbourhood: `m${turn}`, turn, closesAtMs: 1e9 }),
  );
  const few = Array.from({ length: 3 }, (_, turn) =>
    work({ host: `f${turn}`, neighbourhood: `f${turn}`, turn, closesAtMs: 1e9 }),
  );

  const ends = forecast([...many, ...few], fleet)
    .slice(1000)
    .map(endOf);

  expect(ends).toEqual([10, 20, 30]);
});
