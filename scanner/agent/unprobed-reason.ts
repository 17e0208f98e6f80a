import type { Unprobed } from '@enkaku/shared/protocol/messages.ts';
import { GuardError, ProbeError } from '../guard/guard.ts';
import type { StopReason } from '../guard/stop.ts';

const byStop: Readonly<Record<StopReason, Unprobed['reason']>> = {
  'window-closed': 'window-closed',
  stopped: 'stopped',
  'lease-lost': 'stopped',
  shutdown: 'stopped',
  'target-suffering': 'target-suffering',
};

export function reasonOfStop(why: StopReason): Unprobed['reason'] {
  return byStop[why];
}

/** Why a probe brought nothing, in the words of the report. */
export function reasonOfFailure(error: unknown, stopped: StopReason | null): Unprobed['reason'] {
  if (stopped !== null) return reasonOfStop(stopped);
  if (error instanceof GuardError && error.code === 'tool-missing') return 'tool-missing';
  if (error instanceof GuardError && error.code === 'outside-window') return 'window-closed';
  if (error instanceof ProbeError) {
    if (error.reason === 'blocked') return 'blocked';
    return error.reason === 'timeout' || error.reason === 'refused' ? 'unreachable' : 'probe-failed';
  }
  return 'probe-failed';
}
