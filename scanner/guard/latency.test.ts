import { describe, expect, it } from 'vitest';
import { Brake } from './brake.ts';
import { Latency } from './latency.ts';

function latencyOf(before: number, during: readonly number[]): Latency {
  const latency = new Latency();
  for (let index = 0; index < 3; index++) latency.record('before', before);
  for (const ms of during) latency.record('during', ms);
  return latency;
}

const eight = (ms: number) => Array.from({ length: 8 }, () => ms);

describe('the health of a target', () => {
  it.each([
    ['as before', 20, eight(20), 'calm'],
    ['half as slow again, beyond the noise', 120, eight(190), 'strained'],
    ['twice as slow, but only by a few milliseconds', 0.3, eight(30), 'calm'],
    ['one slow answer', 20, [...eight(20), 5000], 'calm'],
    ['too few answers to tell', 20, [500, 500], 'calm'],
    ['four times as slow and a second more', 100, eight(1200), 'suffering'],
  ] as const)('%s → judged', (_, before, during, health) => {
    expect(latencyOf(before, during).health()).toBe(health);
  });

  it('five silences in a row → suffering; an answer in between → not', () => {
    const latency = new Latency();
    for (let index = 0; index < 4; index++) latency.recordSilence();
    latency.record('during', 10);
    for (let index = 0; index < 4; index++) latency.recordSilence();
    expect(latency.health()).toBe('calm');
    latency.recordSilence();
    expect(latency.health()).toBe('suffering');
  });

  it('not measured → null', () => {
    expect(new Latency().summary()).toEqual({ before: null, during: null, after: null });
  });
});

describe('the brake', () => {
  it('halves under strain down to an eighth, once a second, and is released by and by', () => {
    let now = 0;
    const brake = new Brake(() => now);
    const factors: number[] = [];
    for (const health of ['strained', 'strained', 'strained', 'strained', 'calm', 'calm'] as const) {
      now += 1000;
      brake.feel(health);
      brake.feel(health);
      factors.push(brake.factor);
    }
    expect(factors).toEqual([0.5, 0.25, 0.125, 0.125, 0.15625, 0.1953125]);
  });
});
