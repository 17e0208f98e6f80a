import { EnkakuError } from '@enkaku/shared/model/error.ts';
import { epochMs, instant, parseInstant } from '@enkaku/shared/model/instant.ts';
import type { Order, SignedOrder } from '@enkaku/shared/protocol/order.ts';
import { BrokenOrderError, openOrder } from '@enkaku/shared/protocol/signing.ts';

/** A node's clock may be this much behind the scheduler's: it waits for the window instead of refusing the order. */
export const earlinessMs = 60_000;

export class OrderRefusedError extends EnkakuError {
  override readonly name = 'OrderRefusedError';
  readonly code: 'wrong-node' | 'replayed' | 'too-early';

  constructor(code: OrderRefusedError['code'], order: Order) {
    const why = {
      'wrong-node': {
        ja: 'ほかの診断装置に宛てられています。',
        en: 'it is addressed to another node.',
      },
      replayed: { ja: '古い診断指示です。', en: 'it is an old one, seen before.' },
      'too-early': { ja: '診断枠がまだ始まっていません。', en: 'its window is not open yet.' },
    }[code];
    super({
      ja: `ジョブ ${order.jobId} の診断指示を受け付けません: ${why.ja}`,
      en: `The order of job ${order.jobId} is refused: ${why.en}`,
    });
    this.code = code;
  }
}

/** The lease tokens seen so far; they only grow. */
export class LeaseLedger {
  readonly #tokens = new Map<string, { readonly token: number; readonly closesAtMs: number }>();

  /** @returns false for a token that is not newer than the last of its job */
  enter(order: Order, nowMs: number): boolean {
    for (const [job, { closesAtMs }] of this.#tokens) if (closesAtMs < nowMs) this.#tokens.delete(job);
    const last = this.#tokens.get(order.jobId)?.token ?? 0;
    if (order.leaseToken <= last) return false;
    const closesAtMs = epochMs(parseInstant(order.window.closesAt));
    this.#tokens.set(order.jobId, { token: order.leaseToken, closesAtMs });
    return true;
  }
}

/** The order, once it is genuine, new and ours. @throws BrokenOrderError | OrderRefusedError */
export function acceptOrder(
  signed: SignedOrder,
  node: { readonly nodeId: string; readonly orderKey: string; readonly ledger: LeaseLedger },
  nowMs: number,
): Order {
  const order = open(signed, node.orderKey);
  if (order.nodeId !== node.nodeId) throw new OrderRefusedError('wrong-node', order);
  if (instant(nowMs + earlinessMs) < parseInstant(order.window.opensAt)) {
    throw new OrderRefusedError('too-early', order);
  }
  if (!node.ledger.enter(order, nowMs)) throw new OrderRefusedError('replayed', order);
  return order;
}

function open(signed: SignedOrder, orderKey: string): Order {
  try {
    return openOrder(signed, orderKey);
  } catch (error) {
    if (error instanceof BrokenOrderError) throw error;
    throw new BrokenOrderError({ ja: '内容が読み取れません。', en: 'its contents cannot be read.' });
  }
}
