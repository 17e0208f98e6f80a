import type { Logger } from 'pino';
import type { GuardSettings } from '../guard/create-guard.ts';
import type { Probe } from '../probes/probe.ts';
import type { LeaseLedger } from './accept-order.ts';
import type { SchedulerLink } from './link.ts';

/** What every job of this node is carried out with. */
export interface Worker {
  readonly link: SchedulerLink;
  readonly probes: readonly Probe[];
  readonly ledger: LeaseLedger;
  readonly guardSettings: Omit<GuardSettings, 'order' | 'now' | 'userAgent'>;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
}
