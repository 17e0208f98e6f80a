import { setTimeout } from 'node:timers/promises';
import type { Guard } from '../../guard/guard.ts';
import { stopIfAborted } from './unknown-reason.ts';

export type Pause = (ms: number, guard: Guard) => Promise<void>;

/** @throws GuardError when the guard stops meanwhile */
export const pause: Pause = async (ms, guard) => {
  await setTimeout(ms, undefined, { signal: guard.signal }).catch(() => stopIfAborted(guard));
};
