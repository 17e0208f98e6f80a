import type { TLSSocket } from 'node:tls';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import { type Guard, ProbeError, type TlsOptions } from '../../guard/guard.ts';
import { openForTls, type TlsRoute } from './tls-route.ts';

/** From the client that everyone uses to one that old servers understand; what we read is never trusted anyway. */
const offers: readonly [TlsOptions, ...TlsOptions[]] = [
  {},
  { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' },
  { minVersion: 'TLSv1', ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' },
];

/** In one attempt, where a second would cost a whole dialogue. */
export const anyTls = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const satisfies TlsOptions;

/** TLS by the runtime with whatever the server speaks; remembers for one endpoint what worked. */
export class LenientTls {
  readonly #guard: Guard;
  readonly #endpoint: Endpoint;
  readonly #via: TlsRoute;
  readonly #connecting: () => void;
  #offer = 0;

  /** @param connecting told of every connection */
  constructor(guard: Guard, endpoint: Endpoint, via: TlsRoute, connecting: () => void = () => {}) {
    this.#connecting = connecting;
    this.#guard = guard;
    this.#endpoint = endpoint;
    this.#via = via;
  }

  /** @throws ProbeError | GuardError | NoStarttlsError */
  async connect(options: TlsOptions): Promise<TLSSocket> {
    const { name } = this.#endpoint;
    const wanted = name === null ? options : { ...options, servername: name };
    for (;;) {
      this.#connecting();
      const socket = await openForTls(this.#guard, this.#endpoint, this.#via, options);
      try {
        return await this.#guard.upgradeTls(socket, { ...wanted, ...offers[this.#offer] });
      } catch (error) {
        socket.destroy();
        if (!couldBeOurOffer(error) || this.#offer + 1 >= offers.length) throw error;
        this.#offer += 1;
      }
    }
  }
}

/** A silence will not be broken by other ciphers; an alert or a hang-up may be. */
function couldBeOurOffer(error: unknown): boolean {
  return error instanceof ProbeError && error.reason !== 'timeout';
}
