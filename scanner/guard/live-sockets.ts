import type { Socket } from 'node:net';
import { ProbeError } from './guard.ts';
import { packetsOf } from './meter.ts';

/** No connection lives longer, however slowly a peer keeps it going. */
const longestLifeMs = 120_000;

/** Every open socket of one guard: none outlives it. */
export class LiveSockets {
  readonly #sockets = new Set<Socket>();

  /** @param closed told once the estimate of packets that its bytes took */
  add(socket: Socket, closed: (packets: number) => void = () => undefined): void {
    this.#sockets.add(socket);
    // Without a listener, an error between two waits of a probe would end the process.
    socket.on('error', () => undefined);
    const life = setTimeout(() => {
      socket.destroy(new ProbeError('timeout', 'the connection lasted too long'));
    }, longestLifeMs);
    socket.once('close', () => {
      clearTimeout(life);
      this.#sockets.delete(socket);
      closed(packetsOf(socket.bytesWritten, socket.bytesRead));
    });
  }

  has(socket: Socket): boolean {
    return this.#sockets.has(socket);
  }

  get size(): number {
    return this.#sockets.size;
  }

  destroyAll(reason: Error): void {
    for (const socket of this.#sockets) socket.destroy(reason);
  }
}
