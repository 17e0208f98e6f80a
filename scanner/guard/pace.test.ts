import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from './pace.ts';
import { Slots } from './slots.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function paceOf(perSecond: number, controller = new AbortController()) {
  let now = 1_000_000;
  const tick = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(0);
    for (let passed = 0; passed < ms; passed++) {
      now++;
      await vi.advanceTimersByTimeAsync(1);
    }
  };
  const pace = new Pace(
    () => perSecond,
    () => now,
    controller.signal,
  );
  return { pace, tick, now: () => now, setBack: (ms: number) => (now -= ms) };
}

describe('a pace', () => {
  it('of ten a second → a turn each 100 ms, first come, first served', async () => {
    const { pace, tick, now } = paceOf(10);
    const begun = now();
    const turns: [number, number][] = [];
    for (let index = 0; index < 5; index++) pace.turn().then(() => turns.push([index, now() - begun]));
    await tick(450);
    expect(turns).toEqual([
      [0, 0],
      [1, 100],
      [2, 200],
      [3, 300],
      [4, 400],
    ]);
  });

  it('of 1600 a second, with timers of whole milliseconds → 1600 a second all the same', async () => {
    const { pace, tick } = paceOf(1600);
    let turns = 0;
    const queue = Promise.all(Array.from({ length: 400 }, () => pace.turn().then(() => turns++)));
    await tick(100);
    expect(turns).toBeGreaterThanOrEqual(145);
    expect(turns).toBeLessThanOrEqual(164);
    await tick(200);
    await queue;
  });

  it('after a long rest → no burst', async () => {
    const { pace, tick, now } = paceOf(10);
    await pace.turn();
    await tick(5000);
    const begun = now();
    const turns: number[] = [];
    for (let index = 0; index < 3; index++) pace.turn().then(() => turns.push(now() - begun));
    await tick(250);
    expect(turns).toEqual([0, 100, 200]);
  });

  it('charged afterwards → the next one waits for it', async () => {
    const { pace, tick } = paceOf(10);
    await pace.turn();
    pace.charge(4);
    const next = vi.fn();
    pace.turn().then(next);
    await tick(490);
    expect(next).not.toHaveBeenCalled();
    await tick(20);
    expect(next).toHaveBeenCalled();
  });

  it('while somebody works alone → nobody else has a turn', async () => {
    const { pace, tick } = paceOf(1000);
    const alone = Promise.withResolvers<void>();
    const next = vi.fn();
    pace.exclusive(() => alone.promise);
    pace.turn().then(next);
    await tick(100);
    expect(next).not.toHaveBeenCalled();
    alone.resolve();
    await tick(5);
    expect(next).toHaveBeenCalled();
  });

  it('whose clock is set back an hour → goes on at its rate', async () => {
    const { pace, tick, setBack } = paceOf(10);
    await pace.turn();
    setBack(3_600_000);
    const next = vi.fn();
    pace.turn().then(next);
    await tick(110);
    expect(next).toHaveBeenCalled();
  });

  it('aborted → everybody in line is sent away', async () => {
    const controller = new AbortController();
    const { pace } = paceOf(1, controller);
    await pace.turn();
    const waiting = Promise.allSettled([pace.turn(), pace.turn()]);
    controller.abort(new Error('stop'));
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('slots', () => {
  it('given back twice → still one slot', async () => {
    const slots = new Slots(1);
    const { signal } = new AbortController();
    const release = await slots.take(signal);
    release();
    release();
    await slots.take(signal);
    const third = vi.fn();
    slots.take(signal).then(third);
    await vi.advanceTimersByTimeAsync(1);
    expect(third).not.toHaveBeenCalled();
  });

  it('one leaves the line → the next in line gets the slot', async () => {
    const slots = new Slots(1);
    const { signal } = new AbortController();
    const impatient = new AbortController();
    const release = await slots.take(signal);
    const gone = slots.take(impatient.signal).catch(() => 'gone');
    const next = slots.take(signal).then(() => 'in');
    impatient.abort(new Error('leave'));
    release();
    expect([await gone, await next]).toEqual(['gone', 'in']);
  });
});
