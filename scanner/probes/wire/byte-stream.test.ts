import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { ProbeError } from '../../guard/guard.ts';
import { ByteStream } from './byte-stream.ts';
import { loopbackGuard } from './loopback-guard.fixture.ts';
import { orderFor } from './order.fixture.ts';
import { loopback, tcpServer } from './servers.fixture.ts';

const limits = { totalMs: 1000, maxBytes: 1000 };

/** Reads from a server that does `talk`, until something ends it. */
async function readAll(talk: (socket: Socket) => void, wish: Partial<typeof limits> = {}) {
  await using server = await tcpServer(talk);
  const socket = await loopbackGuard(orderFor(loopback)).connectTcp({ address: loopback, port: server.port });
  using stream = new ByteStream(socket, { ...limits, ...wish });
  let text = '';
  for (let bytes = await stream.read(); bytes !== undefined; bytes = await stream.read())
    text += bytes.toString();
  return text;
}

test('bytes are read to their end', async () => {
  const text = await readAll((socket) => {
    socket.write('a');
    setImmediate(() => socket.end('b'));
  });
  expect(text).toBe('ab');
});

test.each([
  ['too much', (socket: Socket) => socket.end('x'.repeat(2000)), 'garbled'],
  ['silence', () => {}, 'timeout'],
  ['a reset', (socket: Socket) => socket.resetAndDestroy(), 'reset'],
])('%s ends in an error that names it', async (_, talk, reason) => {
  const failure = await readAll(talk, { totalMs: 200 }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ProbeError);
  expect(failure).toMatchObject({ reason });
});

test('a released socket has lost nothing that was not read', async () => {
  await using server = await tcpServer((socket) => socket.on('data', (bytes) => socket.write(bytes)));
  const socket = await loopbackGuard(orderFor(loopback)).connectTcp({ address: loopback, port: server.port });
  const first = new ByteStream(socket, limits);
  first.write('one');
  expect((await first.read())?.toString()).toBe('one');
  first.write('two');
  const second = new ByteStream(first.release(), limits);
  expect((await second.read())?.toString()).toBe('two');
  second.close();
});

test('a stream that is read after its socket broke says so', async () => {
  await using server = await tcpServer(() => {});
  const socket = await loopbackGuard(orderFor(loopback)).connectTcp({ address: loopback, port: server.port });
  socket.destroy(new ProbeError('blocked', 'stopped from outside'));
  using stream = new ByteStream(socket, limits);
  await expect(stream.read()).rejects.toMatchObject({ reason: 'blocked' });
});
