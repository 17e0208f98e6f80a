import type { Evidence } from '@enkaku/shared/evidence/evidence.ts';
import { EnkakuError } from '@enkaku/shared/model/error.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Load } from '@enkaku/shared/model/load.ts';
import type { FinishRequest, Grant, Unprobed } from '@enkaku/shared/protocol/messages.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';

export interface Beat {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  readonly load: Load;
}

export type Held = Pick<Order, 'jobId' | 'leaseToken'>;
export interface Outcome {
  readonly outcome: FinishRequest['outcome'];
  readonly unprobed: readonly Unprobed[];
  readonly load: Load;
}
export type Control = 'go-on' | 'stopped' | 'window-closed' | 'lease-lost';

/**
 * What a node and its scheduler say to each other, over HTTPS or over a pipe. Every call ends when its signal aborts.
 * @throws LinkTroubleError (try again), LinkRejectedError (do not), NodeRefusedError (stop working), LeaseLostError
 */
export interface SchedulerLink extends AsyncDisposable {
  readonly nodeId: string;
  /** The scheduler's public key, PEM. */
  readonly orderKey: string;
  /** Held open until there is work, for as long as the link sees fit. */
  claim(signal: AbortSignal): Promise<Grant | 'nothing-now' | 'no-more'>;
  /** @returns until when the lease holds; null where only the end of the link ends it */
  heartbeat(held: Held, beat: Beat, signal: AbortSignal): Promise<Instant | null>;
  /** Held open until there is something to obey. */
  control(held: Held, signal: AbortSignal): Promise<Control>;
  sendEvidence(held: Held, evidence: Evidence, signal: AbortSignal): Promise<void>;
  finish(held: Held, outcome: Outcome, signal: AbortSignal): Promise<void>;
  /** An order that the node does not accept. */
  refuse(jobId: Order['jobId'] | null, error: EnkakuError, signal: AbortSignal): Promise<void>;
}

/** The scheduler cannot be reached, or cannot answer just now. */
export class LinkTroubleError extends EnkakuError {
  override readonly name = 'LinkTroubleError';
  readonly code = 'link-trouble';

  constructor(why: string, options?: ErrorOptions) {
    super(
      { ja: `スケジューラーに接続できません: ${why}`, en: `The scheduler cannot be reached: ${why}` },
      options,
    );
  }
}

/** The scheduler does not accept this message, and will not accept it later. */
export class LinkRejectedError extends EnkakuError {
  override readonly name = 'LinkRejectedError';
  readonly code: string;

  constructor(code: string, message: string) {
    super({
      ja: `スケジューラーが受け付けませんでした（${code}）: ${message}`,
      en: `The scheduler refuses it (${code}): ${message}`,
    });
    this.code = code;
  }
}

/** The node's key, or its token, is not valid. */
export class NodeRefusedError extends EnkakuError {
  override readonly name = 'NodeRefusedError';
  readonly code = 'node-refused';

  constructor() {
    super({
      ja: 'この診断装置は登録されていないか、登録が取り消されています。管理画面で新しい登録用トークンを発行し、--join URL#TOKEN で登録し直してください。',
      en: 'This node is not registered, or no longer. Issue a new token in the portal and join again with --join URL#TOKEN.',
    });
  }
}
