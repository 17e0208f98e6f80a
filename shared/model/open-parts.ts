import type { Instant } from './instant.ts';
import { overlaps, type Window } from './window.ts';

/** What is left of a window once the closed times are taken out, in order; empty when nothing is. */
export function openParts(window: Window, closed: readonly Window[]): readonly Window[] {
  const parts: Window[] = [];
  let from: Instant = window.opensAt;
  const inOrder = closed
    .filter((each) => overlaps(each, window))
    .toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  for (const each of inOrder) {
    if (from < each.opensAt) parts.push({ opensAt: from, closesAt: each.opensAt });
    if (from < each.closesAt) from = each.closesAt;
  }
  return from < window.closesAt ? [...parts, { opensAt: from, closesAt: window.closesAt }] : parts;
}
