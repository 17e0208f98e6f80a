import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import {
  type Guard,
  GuardError,
  type Place,
  ProbeError,
  type TcpOptions,
  type TlsOptions,
} from '../../guard/guard.ts';
import { toProbeError } from '../../guard/network-error.ts';

export interface LoopbackGuard extends Guard {
  /** Connections that were opened. */
  connections(): number;
  requests(): number;
}

/** A guard for tests of probes: to 127.0.0.0/8 and nowhere else, without rates. */
export function loopbackGuard(
  order: Order,
  signal: AbortSignal = new AbortController().signal,
): LoopbackGuard {
  let [connections, requests] = [0, 0];

  async function connectTcp(
    { address, port }: Place,
    { timeoutMs = 10_000 }: TcpOptions = {},
  ): Promise<Socket> {
    if (!address.startsWith('127.')) throw new GuardError('out-of-scope', address);
    if (signal.aborted) throw new GuardError('stopped', 'stopped');
    connections += 1;
    const socket = connect({ host: address, port, signal });
    await event(socket, 'connect');
    socket.setTimeout(timeoutMs, () => socket.destroy(new ProbeError('timeout', 'no answer in time')));
    return socket;
  }

  async function upgradeTls(socket: Socket, options: TlsOptions = {}): Promise<TLSSocket> {
    const { timeoutMs = 10_000, alpn, requestOcsp, ...rest } = options;
    const tls = connectTls({
      socket,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...(order.trustAnchors.length > 0 && { ca: order.trustAnchors }),
      ...rest,
      ...(alpn && { ALPNProtocols: [...alpn] }),
      ...(requestOcsp && { requestOCSP: true }),
    });
    tls.setTimeout(timeoutMs, () => tls.destroy(new ProbeError('timeout', 'no answer in time')));
    await event(tls, 'secureConnect');
    return tls;
  }

  return {
    order,
    signal,
    connectTcp,
    upgradeTls,
    connectTls: async (place, options) => upgradeTls(await connectTcp(place, options), options),
    exchangeUdp: async () => undefined,
    turnForRequest: async () => {
      requests += 1;
    },
    nmap: async () => ({ xml: '', stderr: '', exitCode: 0 }),
    load: () => ({
      packets: 0,
      requests,
      maxPerSecond: 0,
      targetLatency: { before: null, during: null, after: null },
    }),
    connections: () => connections,
    requests: () => requests,
  };
}

function event(socket: Socket, name: 'connect' | 'secureConnect'): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (error: Error) => reject(toProbeError(error));
  const closed = () => reject(new ProbeError('closed', 'closed'));
  socket.once(name, resolve).once('error', fail).once('close', closed);
  return promise.finally(() =>
    socket
      .off('error', fail)
      .off('close', closed)
      .on('error', () => {}),
  );
}
