import type { Evidence } from '@enkaku/shared/evidence/evidence.ts';
import type { EnkakuError } from '@enkaku/shared/model/error.ts';
import { instant } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import {
  evidenceRequestSchema,
  finishRequestSchema,
  type Grant,
  heartbeatRequestSchema,
} from '@enkaku/shared/protocol/messages.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { newSigningKey, signOrder } from '@enkaku/shared/protocol/signing.ts';
import { wait } from '../guard/wait.ts';
import { type Beat, type Control, LinkTroubleError, type Outcome, type SchedulerLink } from './link.ts';

const key = newSigningKey();

/** A scheduler in memory: it grants what a test gives it, and holds what the node says to the protocol's schemas. */
export class FakeScheduler implements SchedulerLink {
  readonly nodeId = 'nod_0123456789abcdef0123';
  readonly orderKey = key.publicKey;
  readonly evidence: Evidence[] = [];
  readonly finished: Outcome[] = [];
  readonly refused: EnkakuError[] = [];
  readonly beats: Beat[] = [];
  /** Calls that are yet to fail for lack of a network. */
  troubles = 0;
  leaseIsLost = false;
  readonly #grants: Grant[];
  #control = Promise.withResolvers<Control>();

  constructor(...grants: Grant[]) {
    this.#grants = grants;
  }

  order(control: Control): void {
    this.#control.resolve(control);
  }

  async claim(): Promise<Grant | 'no-more'> {
    this.#network();
    return this.#grants.shift() ?? 'no-more';
  }

  async heartbeat(held: { leaseToken: number }, beat: Beat) {
    this.#network();
    this.beats.push(heartbeatRequestSchema.parse({ ...beat, leaseToken: held.leaseToken }));
    return instant(Date.now() + 60_000);
  }

  async control(_: unknown, signal: AbortSignal): Promise<Control> {
    return Promise.race([this.#control.promise, wait(3_600_000, signal).then(() => 'go-on' as const)]);
  }

  async sendEvidence(held: { leaseToken: number }, evidence: Evidence) {
    this.#network();
    evidenceRequestSchema.parse({ leaseToken: held.leaseToken, evidence });
    if (!this.evidence.some(({ id }) => id === evidence.id)) this.evidence.push(evidence);
  }

  async finish(held: { leaseToken: number }, outcome: Outcome) {
    this.#network();
    this.finished.push(finishRequestSchema.parse({ ...outcome, leaseToken: held.leaseToken }));
  }

  async refuse(_: unknown, error: EnkakuError) {
    this.refused.push(error);
  }

  async [Symbol.asyncDispose]() {}

  #network(): void {
    if (this.leaseIsLost) throw new LeaseLostError('job_x');
    if (this.troubles-- > 0) throw new LinkTroubleError('no network');
  }
}

export function grantOf(order: Order, overrides: Partial<Grant> = {}): Grant {
  return { order: signOrder(order, key.privateKey), gathered: [], ports: null, ...overrides };
}
