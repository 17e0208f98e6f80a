import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import type { Probe } from '../probe.ts';
import { createTlsBehaviourProbe } from '../tls-behaviour/probe.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback, tcpServer } from '../wire/servers.fixture.ts';
import { captured } from '../wire/tls/captured.fixture.ts';
import { record } from '../wire/tls/fake-flight.fixture.ts';
import { createTlsHelloProbe } from './probe.ts';

const answerMs = 300;
const limits = { ms: 12_000, bytes: 64 * 2 ** 20, connections: 60 } as const;
const order = orderFor(loopback, ['www.city.example']);

/** Writes as fast as the client reads. */
function flood(socket: Socket, chunk: Buffer): void {
  const pour = () => {
    while (!socket.destroyed && socket.write(chunk)) {}
  };
  socket.on('drain', pour);
  pour();
}
function drip(socket: Socket, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => socket.write(bytes.subarray(at, ++at)), 20);
  socket.on('close', () => clearInterval(timer));
}
const noise = randomBytes(16_384);
const fullRecord = record(22, Buffer.alloc(16_384, 0x0b));
const emptyRecords = Buffer.concat(Array(400).fill(record(22, Buffer.alloc(0))));
const warnings = Buffer.concat(Array(400).fill(record(21, Buffer.from([1, 90]))));

const servers: Readonly<Record<string, (socket: Socket) => void>> = {
  'a tarpit': () => {},
  'one byte at a time': (socket) => drip(socket, Buffer.from(captured.tls12Flight, 'hex')),
  'noise without end': (socket) => flood(socket, noise),
  'records without end': (socket) => flood(socket, fullRecord),
  'empty records without end': (socket) => flood(socket, emptyRecords),
  'warnings without end': (socket) => flood(socket, warnings),
  'a message longer than it may be': (socket) => socket.write(record(22, Buffer.from('02ffffff0303', 'hex'))),
  'TLS with a fault in every byte': (socket) =>
    socket.end(Buffer.from(captured.tls12Flight, 'hex').map((byte) => byte ^ 0x55)),
  'a hang-up': (socket) => socket.end(),
  'a reset': (socket) => socket.resetAndDestroy(),
};

/** The most memory in use above what it was before, looked at every few milliseconds. */
async function measured<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; bytes: number }> {
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const [before, startedAt] = [used(), performance.now()];
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, used());
  }, 5);
  try {
    const result = await work();
    return { result, ms: performance.now() - startedAt, bytes: most - before };
  } finally {
    clearInterval(sampling);
  }
}

const probes: readonly Probe<'tls-hello' | 'tls-behaviour'>[] = [
  createTlsHelloProbe({ answerMs, pause: async () => {} }),
  createTlsBehaviourProbe({ answerMs }),
] as readonly Probe<'tls-hello' | 'tls-behaviour'>[];

describe.each(probes)('$kind', (probe) => {
  test.each(Object.entries(servers))('%s → unknown, in bounded time and memory', async (_, talk) => {
    await using server = await tcpServer((socket) => socket.once('data', () => talk(socket)));
    const view = hostView(order, [openPort(server.port, 'https', { tunnel: 'ssl' })]);
    const place = { host: loopback, name: 'www.city.example', port: server.port, transport: 'tcp' as const };

    const { result, ms, bytes } = await measured(() => probe.gather(place, loopbackGuard(order), view));

    const text = JSON.stringify(kinds[probe.kind].schema.parse(result));
    expect(text).not.toContain('"outcome":"yes"');
    expect(text).toContain('"outcome":"unknown"');
    expect({ ms, bytes, connections: result.connections }).toEqual({
      ms: expect.toSatisfy((value: number) => value < limits.ms),
      bytes: expect.toSatisfy((value: number) => value < limits.bytes),
      connections: expect.toSatisfy((value: number) => value <= limits.connections),
    });
  });
});
