import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { openParts } from '@enkaku/shared/model/open-parts.ts';
import { lengthMs, overlaps, type Window } from '@enkaku/shared/model/window.ts';

const dayMs = 24 * 3_600_000;
const daysAhead = 30;

/** The same time of day on the next day that is free; undefined when the next thirty days are not. */
export function proposeSlot(missed: {
  readonly window: Window;
  readonly taken: readonly Window[];
  readonly now: Instant;
}): Window | undefined {
  const { window, taken, now } = missed;
  for (let day = 1; day <= daysAhead; day++) {
    const slot = {
      opensAt: addMs(window.opensAt, day * dayMs),
      closesAt: addMs(window.closesAt, day * dayMs),
    };
    const free = openParts(slot, taken).some((part) => lengthMs(part) === lengthMs(slot));
    if (slot.opensAt > now && free && !overlaps(slot, window)) return slot;
  }
  return undefined;
}
