import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { expect, test } from 'vitest';
import { createFailureLimiter } from './failure-limiter.ts';

const now: Instant = '2026-11-21T00:00:00.000Z';
const limiter = () => createFailureLimiter({ limit: 3, windowMs: 60_000 });

test('as many failures as allowed → blocked, and free again after the window', () => {
  const failures = limiter();
  for (let i = 0; i < 3; i++) failures.recordFailure('a 192.0.2.1', now);

  expect(failures.isBlocked('a 192.0.2.1', now)).toBe(true);
  expect(failures.isBlocked('a 192.0.2.1', addMs(now, 60_000))).toBe(false);
});

test('failures from elsewhere → do not lock the owner out', () => {
  const failures = limiter();
  for (let i = 0; i < 99; i++) failures.recordFailure('a 198.51.100.9', now);

  expect(failures.isBlocked('a 192.0.2.1', now)).toBe(false);
});

test('one failure less than allowed → not blocked', () => {
  const failures = limiter();
  for (let i = 0; i < 2; i++) failures.recordFailure('a', now);

  expect(failures.isBlocked('a', now)).toBe(false);
});
