/** A moment in UTC, `2026-11-21T00:30:00.000Z`. Zones exist only where a person types or reads. Sorts as text. */
export type Instant = `${string}T${string}Z`;

export class InvalidInstantError extends Error {
  override readonly name = 'InvalidInstantError';
  readonly code = 'invalid-instant';
}

export function instant(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

/** @throws InvalidInstantError for text that is no date. */
export function parseInstant(text: string): Instant {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new InvalidInstantError(`not a date: ${text.slice(0, 40)}`);
  return instant(ms);
}

export function epochMs(at: Instant): number {
  return Date.parse(at);
}

export function addMs(at: Instant, ms: number): Instant {
  return instant(epochMs(at) + ms);
}

/** Milliseconds from `from` to `to`; negative when `to` is the earlier one. */
export function msBetween(from: Instant, to: Instant): number {
  return epochMs(to) - epochMs(from);
}
