import { createConnection, type Socket } from 'node:net';
import type { Address } from '@enkaku/shared/model/address.ts';
import { ProbeError } from './guard.ts';
import { toProbeError } from './network-error.ts';

export const defaultTimeoutMs = 10_000;

/** A connection to a literal address; no name is ever resolved here. `opened` gets the socket before it connects. */
export function dialTcp(
  address: Address,
  port: number,
  timeoutMs: number,
  opened: (socket: Socket) => void,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({
      host: address,
      port,
      family: address.includes(':') ? 6 : 4,
      noDelay: true,
      autoSelectFamily: false,
    });
    opened(socket);
    limitSilence(socket, timeoutMs);
    const fail = (error: unknown) => {
      socket.destroy();
      reject(toProbeError(error));
    };
    const close = () => fail(new ProbeError('closed', 'closed before it was open'));
    socket.once('error', fail);
    socket.once('close', close);
    socket.once('connect', () => {
      socket.off('error', fail);
      socket.off('close', close);
      resolve(socket);
    });
  });
}

/** Destroys the socket with ProbeError 'timeout' when nothing moves for so long. */
export function limitSilence(socket: Socket, timeoutMs: number): void {
  socket.setTimeout(timeoutMs);
  socket.on('timeout', () => socket.destroy(new ProbeError('timeout', `nothing for ${timeoutMs} ms`)));
}
