import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import dns from 'dns2';
import type { Place } from '../../guard/guard.ts';
import { frame, frames } from './exchange.ts';

export interface Asked {
  readonly name: string;
  readonly type: number;
  readonly transport: 'udp' | 'tcp';
  readonly query: Buffer;
}

/** Whole messages to send back, one after the other; none for silence. */
export type Answering = (asked: Asked) => readonly Buffer[];

export interface FakeDns extends Place, AsyncDisposable {
  readonly asked: readonly Asked[];
  /** Tells of every datagram and who sent it. */
  overheard(listener: (asked: Asked, peer: RemoteInfo) => void): void;
}

/** The answer to a query: flags and rcode in `header`, records as dns2 takes them. */
export function reply(
  { query }: Asked,
  header: object,
  sections: { answers?: readonly object[]; authorities?: readonly object[] } = {},
): Buffer {
  const packet = dns.Packet.parse(query);
  packet.additionals = [];
  Object.assign(packet, sections);
  Object.assign(packet.header, { qr: 1, ad: 0, ...header });
  return packet.toBuffer();
}

/** A DNS server on one loopback port, over UDP and TCP, that answers whatever a test wants. */
export async function startFakeDns(answering: Answering, address = '127.77.3.10'): Promise<FakeDns> {
  const asked: Asked[] = [];
  const answer = (query: Buffer, transport: Asked['transport']) => {
    const [question] = dns.Packet.parse(query).questions;
    const one = { name: question?.name ?? '', type: question?.type ?? 0, transport, query };
    asked.push(one);
    return answering(one);
  };
  const tcp = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (stream) => {
      const [query] = frames(stream);
      if (query === undefined) return;
      for (const message of answer(query, 'tcp')) socket.write(frame(message));
    });
  });
  tcp.listen(0, address);
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  const listeners: ((asked: Asked, peer: RemoteInfo) => void)[] = [];
  udp.on('message', (query, peer) => {
    for (const message of answer(query, 'udp')) udp.send(message, peer.port, peer.address);
    const last = asked.at(-1);
    if (last !== undefined) for (const listener of listeners) listener(last, peer);
  });
  udp.bind(port, address);
  await once(udp, 'listening');
  return {
    address,
    port,
    asked,
    overheard: (listener) => listeners.push(listener),
    async [Symbol.asyncDispose]() {
      udp.close();
      tcp.close();
    },
  };
}
