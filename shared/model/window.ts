import { addMs, epochMs, type Instant } from './instant.ts';

/** 診断枠, half-open [opensAt, closesAt): a packet at `closesAt` is already outside. */
export interface Window {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

export function isInside(window: Window, at: Instant): boolean {
  return window.opensAt <= at && at < window.closesAt;
}

export function overlaps(a: Window, b: Window): boolean {
  return a.opensAt < b.closesAt && b.opensAt < a.closesAt;
}

export function lengthMs(window: Window): number {
  return epochMs(window.closesAt) - epochMs(window.opensAt);
}

/** Whether work of `durationMs` begun at `at` ends inside; what cannot end in time must not start. */
export function fits(window: Window, at: Instant, durationMs: number): boolean {
  return isInside(window, at) && addMs(at, durationMs) <= window.closesAt;
}
