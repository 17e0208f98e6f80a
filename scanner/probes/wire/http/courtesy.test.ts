import { describe, expect, test } from 'vitest';
import { Courtesy } from './courtesy.ts';

const visit = (visitMs = 60_000) => {
  const clock = { ms: 0 };
  return { courtesy: new Courtesy(visitMs, () => clock.ms), clock };
};

describe('a visit goes on', () => {
  test.each([200, 301, 401, 403, 404, 500])('after %i', (status) => {
    const { courtesy } = visit();
    expect(courtesy.answer(status, 20, undefined)).toBe(false);
    expect([courtesy.refusal(), courtesy.takePauseMs()]).toEqual([undefined, 0]);
  });

  test('after one silence among answers', () => {
    const { courtesy } = visit();
    courtesy.answer(200, 20, undefined);
    courtesy.silence();
    expect(courtesy.refusal()).toBeUndefined();
  });

  test('after a rest that the server asked for once', () => {
    const { courtesy } = visit();
    expect(courtesy.answer(503, 20, '3')).toBe(true);
    expect(courtesy.takePauseMs()).toBe(3000);
    courtesy.answer(200, 20, undefined);
    expect([courtesy.refusal(), courtesy.takePauseMs()]).toEqual([undefined, 0]);
  });
});

describe('a visit ends', () => {
  test.each([
    ['421', [421]],
    ['429 twice', [429, 429]],
    ['503 and 429', [503, 429]],
  ])('after %s', (_, statuses) => {
    const { courtesy } = visit();
    for (const status of statuses) courtesy.answer(status, 20, undefined);
    expect(courtesy.refusal()).toBe('blocked');
  });

  test('when the rest asked for is too long', () => {
    const { courtesy } = visit();
    expect(courtesy.answer(429, 20, '3600')).toBe(false);
    expect(courtesy.refusal()).toBe('blocked');
  });

  test('when the server never answered, or twice did not', () => {
    const first = visit().courtesy;
    first.silence();
    const second = visit().courtesy;
    second.answer(200, 20, undefined);
    second.silence();
    second.silence();
    expect([first.refusal(), second.refusal()]).toEqual(['not-attempted', 'not-attempted']);
  });

  test('when its time is over', () => {
    const { courtesy, clock } = visit(1000);
    clock.ms = 1000;
    expect(courtesy.refusal()).toBe('not-attempted');
  });
});

test('a server that becomes slow gets as long a rest as it took', () => {
  const { courtesy } = visit();
  for (const elapsedMs of [100, 110, 90, 800]) courtesy.answer(200, elapsedMs, undefined);
  expect(courtesy.takePauseMs()).toBe(800);
  courtesy.answer(200, 100, undefined);
  expect(courtesy.takePauseMs()).toBe(0);
});
