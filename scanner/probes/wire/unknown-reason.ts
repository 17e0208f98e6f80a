import type { UnknownReason } from '@enkaku/shared/model/observed.ts';
import { type Guard, GuardError, ProbeError } from '../../guard/guard.ts';

/**
 * What a failure of the network says in the words of `Observed`. What is no observation is thrown on:
 * a stop of the guard (also when it reached us as a broken socket), and every fault of our own.
 */
export function unknownReason(error: unknown, guard: Guard): UnknownReason {
  if (error instanceof GuardError) throw error;
  stopIfAborted(guard);
  if (!(error instanceof ProbeError)) throw error;
  return error.reason === 'refused' ? 'closed' : error.reason;
}

/** @throws GuardError */
export function stopIfAborted({ signal }: Guard): void {
  if (!signal.aborted) return;
  throw signal.reason instanceof GuardError
    ? signal.reason
    : new GuardError('stopped', 'the guard has stopped');
}
