import { epochMs, type Instant } from '@enkaku/shared/model/instant.ts';

/** Counts failures per key. The key holds account and address, so that a stranger elsewhere locks nobody out. */
export interface FailureLimiter {
  isBlocked(key: string, now: Instant): boolean;
  recordFailure(key: string, now: Instant): void;
  forget(key: string): void;
}

const maxKeys = 10_000;

export function createFailureLimiter(options: {
  readonly limit: number;
  readonly windowMs: number;
}): FailureLimiter {
  const failures = new Map<string, { readonly count: number; readonly until: number }>();
  const current = (key: string, now: Instant) => {
    const entry = failures.get(key);
    return entry !== undefined && entry.until > epochMs(now) ? entry : undefined;
  };
  return {
    isBlocked: (key, now) => (current(key, now)?.count ?? 0) >= options.limit,
    recordFailure(key, now) {
      const entry = current(key, now);
      failures.delete(key);
      failures.set(key, {
        count: (entry?.count ?? 0) + 1,
        until: entry?.until ?? epochMs(now) + options.windowMs,
      });
      const oldest = failures.keys().next().value;
      if (failures.size > maxKeys && oldest !== undefined) failures.delete(oldest);
    },
    forget: (key) => void failures.delete(key),
  };
}
