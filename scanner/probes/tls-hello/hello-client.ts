import type { Socket } from 'node:net';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { Guard } from '../../guard/guard.ts';
import { Slots } from '../../guard/slots.ts';
import type { HelloOffer } from '../wire/tls/client-hello.ts';
import { exchangeHello, type HelloAnswer, type ReadTo } from '../wire/tls/hello-exchange.ts';
import { NoStarttlsError, openForTls, type TlsRoute } from '../wire/tls-route.ts';
import { unknownReason } from '../wire/unknown-reason.ts';

export interface Patience {
  /** For one answer. */
  readonly answerMs: number;
  /** For all of them; what has not begun by then is not attempted. */
  readonly totalMs: number;
  readonly maxConnections: number;
}

/** As many as the host may be asked for at a time: what is asked next then depends on what was answered. */
const concurrent = 2;
const neverAborted = new AbortController().signal;
const maxTimeouts = 2;
const maxSilences = 3;
const notAttempted: HelloAnswer = { kind: 'unknown', reason: 'not-attempted' };

/**
 * Sends hellos to one endpoint, one connection each, two at a time, and knows when to stop: after two timeouts, or
 * when three answers in a row are missing and what the server took before is not answered any more. Some servers
 * (Schannel) reset what they refuse; a firewall that has had enough of us looks the same until the hello known to
 * work is asked.
 */
export class HelloClient {
  readonly #guard: Guard;
  readonly #endpoint: Endpoint;
  readonly #via: TlsRoute;
  readonly #patience: Patience;
  readonly #notice: (answer: HelloAnswer, offer: HelloOffer) => void;
  readonly #turns = new Slots(concurrent);
  readonly #startedAt = performance.now();
  #state: 'asking' | 'given-up' | 'blocked' | 'no-tls' = 'asking';
  #timeouts = 0;
  #silences = 0;
  #control: HelloOffer | null = null;
  #connections = 0;

  /** @param notice told of every answer to a hello */
  constructor(
    guard: Guard,
    endpoint: Endpoint,
    via: TlsRoute,
    patience: Patience,
    notice: (answer: HelloAnswer, offer: HelloOffer) => void = () => {},
  ) {
    this.#guard = guard;
    this.#endpoint = endpoint;
    this.#via = via;
    this.#patience = patience;
    this.#notice = notice;
  }

  get connections(): number {
    return this.#connections;
  }

  /** The server itself said that STARTTLS is not there. */
  get hasNoTls(): boolean {
    return this.#state === 'no-tls';
  }

  /** @throws GuardError */
  async ask(offer: HelloOffer, readTo: ReadTo = 'serverHello'): Promise<HelloAnswer> {
    return this.#inTurn(async () => {
      const answer = await this.#exchange(offer, readTo);
      this.#notice(answer, offer);
      if (answer.kind === 'hello') this.#control = offer;
      await this.#learn(answer);
      return answer;
    });
  }

  /** Another kind of question on a connection of its own, under the same patience. @throws GuardError */
  async askOtherwise(talk: (socket: Socket, answerMs: number) => Promise<HelloAnswer>): Promise<HelloAnswer> {
    return this.#inTurn(async () => {
      const answer = await this.#talk(talk);
      await this.#learn(answer);
      return answer;
    });
  }

  async #inTurn(work: () => Promise<HelloAnswer>): Promise<HelloAnswer> {
    const release = await this.#turns.take(neverAborted);
    try {
      const isLate = performance.now() - this.#startedAt > this.#patience.totalMs;
      if (isLate && this.#state === 'asking') this.#state = 'given-up';
      if (this.#state === 'no-tls') return { kind: 'refused', alert: null };
      if (this.#state === 'blocked') return { kind: 'unknown', reason: 'blocked' };
      const mayAsk = this.#state === 'asking' && this.#connections < this.#patience.maxConnections;
      return mayAsk ? await work() : notAttempted;
    } finally {
      release();
    }
  }

  #exchange(offer: HelloOffer, readTo: ReadTo): Promise<HelloAnswer> {
    return this.#talk((socket, answerMs) => exchangeHello(socket, offer, readTo, answerMs));
  }

  async #talk(talk: (socket: Socket, answerMs: number) => Promise<HelloAnswer>): Promise<HelloAnswer> {
    const { answerMs } = this.#patience;
    this.#connections += 1;
    try {
      const socket = await openForTls(this.#guard, this.#endpoint, this.#via, { timeoutMs: answerMs });
      return await talk(socket, answerMs);
    } catch (error) {
      if (!(error instanceof NoStarttlsError)) {
        return { kind: 'unknown', reason: unknownReason(error, this.#guard) };
      }
      this.#state = 'no-tls';
      return { kind: 'refused', alert: null };
    }
  }

  async #learn(answer: HelloAnswer): Promise<void> {
    if (answer.kind !== 'unknown') {
      this.#silences = 0;
      return;
    }
    this.#silences += 1;
    if (answer.reason === 'timeout') this.#timeouts += 1;
    if (this.#timeouts >= maxTimeouts) this.#state = 'given-up';
    if (this.#state !== 'asking' || this.#silences < maxSilences) return;
    if (this.#control === null) {
      this.#state = 'given-up';
      return;
    }
    const control = await this.#exchange(this.#control, 'serverHello');
    if (control.kind === 'hello') this.#silences = 0;
    else this.#state = 'blocked';
  }
}
