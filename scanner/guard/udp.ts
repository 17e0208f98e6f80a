import { createSocket } from 'node:dgram';
import type { Address } from '@enkaku/shared/model/address.ts';
import { GuardError, ProbeError, type UdpOptions } from './guard.ts';
import { toProbeError } from './network-error.ts';

const longestDatagram = 4096;
/** So many answers that are not ours, and the peer is playing games. */
const mostAnswers = 64;

/**
 * One datagram out; the first answer that `accept` takes, of that very address and port unless `heardFrom` says
 * otherwise; undefined after the timeout.
 */
export function askUdp(
  address: Address,
  port: number,
  datagram: Buffer,
  options: UdpOptions & { readonly signal: AbortSignal },
): Promise<Buffer | undefined> {
  if (datagram.length > longestDatagram) throw new GuardError('not-permitted', 'the datagram is too long');
  return new Promise((resolve, reject) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    let answers = 0;
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', abort);
      socket.removeAllListeners('message');
      socket.close();
      finish();
    };
    const fail = (error: unknown) => settle(() => reject(toProbeError(error)));
    const abort = () => fail(options.signal.reason);
    const timer = setTimeout(() => settle(() => resolve(undefined)), options.timeoutMs);
    options.signal.addEventListener('abort', abort, { once: true });
    socket.once('error', fail);
    socket.on('message', (answer, source) => {
      try {
        if (options.accept(answer)) {
          options.heardFrom?.({ address: source.address, port: source.port });
          settle(() => resolve(answer));
        } else if (++answers >= mostAnswers)
          fail(new ProbeError('garbled', 'only answers to other questions'));
      } catch (error) {
        fail(error);
      }
    });
    if (options.heardFrom !== undefined) socket.send(datagram, port, address);
    // Connected: the kernel drops what comes from elsewhere and reports a closed port.
    else socket.connect(port, address, () => socket.send(datagram));
  });
}
