import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import { no, type Observed, unknown } from '@enkaku/shared/model/observed.ts';
import { type Guard, ProbeError, type TlsOptions } from '../../guard/guard.ts';
import { LenientTls } from '../wire/lenient-tls.ts';
import { NoStarttlsError, openForTls, type TlsRoute } from '../wire/tls-route.ts';
import { unknownReason } from '../wire/unknown-reason.ts';

/** Opens connections to one endpoint and counts them. */
export class Connections {
  readonly guard: Guard;
  readonly endpoint: Endpoint;
  readonly answerMs: number;
  readonly #via: TlsRoute;
  count = 0;

  constructor(guard: Guard, endpoint: Endpoint, via: TlsRoute, answerMs: number) {
    this.guard = guard;
    this.endpoint = endpoint;
    this.answerMs = answerMs;
    this.#via = via;
  }

  /** @throws ProbeError | GuardError | NoStarttlsError */
  open(): Promise<Socket> {
    this.count += 1;
    return openForTls(this.guard, this.endpoint, this.#via, { timeoutMs: this.answerMs });
  }

  /** A handshake by the runtime with whatever the server speaks. @throws ProbeError | GuardError | NoStarttlsError */
  async shake(options: TlsOptions): Promise<TLSSocket> {
    const tls = new LenientTls(this.guard, this.endpoint, this.#via, () => {
      this.count += 1;
    });
    return tls.connect({ timeoutMs: this.answerMs, ...options });
  }
}

/** What a test found; a failure of the network in the words of `Observed`. @throws GuardError */
export async function observe<T>(
  connections: Connections,
  look: () => Promise<Observed<T>>,
): Promise<Observed<T>> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof NoStarttlsError) return no;
    if (error instanceof ProbeError && error.reason === 'refused') return no;
    return unknown(unknownReason(error, connections.guard));
  }
}
