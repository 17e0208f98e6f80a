import { GuardError } from './guard.ts';

export type StopReason = 'window-closed' | 'stopped' | 'lease-lost' | 'target-suffering' | 'shutdown';

/** Why the guard's signal aborted; it is the signal's `reason` and what every pending call is rejected with. */
export class GuardStop extends GuardError {
  readonly why: StopReason;

  constructor(why: StopReason) {
    super(why === 'window-closed' ? 'outside-window' : 'stopped', `everything ends here: ${why}`);
    this.why = why;
  }
}
