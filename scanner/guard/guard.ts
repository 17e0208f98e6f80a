import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Load } from '@enkaku/shared/model/load.ts';
import type { UnknownReason } from '@enkaku/shared/model/observed.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';

export interface Place {
  readonly address: string;
  readonly port: number;
}

export interface TcpOptions {
  /** To connect and for every wait on the socket afterwards; 10 000 unless told. */
  readonly timeoutMs?: number;
}

export interface UdpOptions {
  readonly timeoutMs: number;
  accept(answer: Buffer): boolean;
  /** Takes answers from any address, and is told where the accepted one came from. Nothing is sent there. */
  readonly heardFrom?: (source: Place) => void;
}

/** The options of the runtime's TLS client that a probe may choose; certificates are always read, never trusted. */
export interface TlsOptions extends TcpOptions {
  readonly servername?: string;
  readonly alpn?: readonly string[];
  readonly minVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  readonly maxVersion?: 'TLSv1.2';
  readonly ciphers?: string;
  readonly requestOcsp?: boolean;
}

export interface NmapRun {
  readonly xml: string;
  readonly stderr: string;
  /** null when it was killed. */
  readonly exitCode: number | null;
}

/**
 * The only way out of a node. Every method refuses (GuardError) what the signed order does not name, waits for its
 * turn under the order's rates, counts what it lets through, and ends at once when `signal` aborts.
 */
export interface Guard {
  readonly order: Order;
  /** Aborts at the window's end, at a stop, and when the lease is lost. */
  readonly signal: AbortSignal;
  /** An open connection to the order's address (or its resolver). @throws ProbeError | GuardError */
  connectTcp(place: Place, options?: TcpOptions): Promise<Socket>;
  /** TLS by the runtime, over a new connection. @throws ProbeError | GuardError */
  connectTls(place: Place, options?: TlsOptions): Promise<TLSSocket>;
  /** TLS begun on a connection of this guard (STARTTLS). @throws ProbeError */
  upgradeTls(socket: Socket, options?: TlsOptions): Promise<TLSSocket>;
  /** One datagram out, the first answer that `accept` takes back; undefined after the timeout. */
  exchangeUdp(place: Place, datagram: Buffer, options: UdpOptions): Promise<Buffer | undefined>;
  /** Waits for the turn of one HTTP request under `requestsPerSecond`. */
  turnForRequest(): Promise<void>;
  /** nmap against the order's address; rates, `-n -Pn`, output and target are the guard's own. @throws GuardError */
  nmap(args: readonly string[], timeoutMs: number): Promise<NmapRun>;
  load(): Load;
}

/** What a probe met on the network, in the words of `Observed`. */
export class ProbeError extends Error {
  override readonly name = 'ProbeError';
  readonly code = 'probe-failed';
  readonly reason: UnknownReason | 'refused';

  constructor(reason: UnknownReason | 'refused', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** The order does not allow it. Nothing was sent. */
export class GuardError extends Error {
  override readonly name = 'GuardError';
  readonly code:
    | 'out-of-scope'
    | 'special-purpose'
    | 'outside-window'
    | 'stopped'
    | 'not-permitted'
    | 'tool-missing';

  constructor(code: GuardError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
