import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { serviceReplySchema } from '@enkaku/shared/evidence/service-reply/schema.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { listen } from '../../guard/server.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { ask } from './ask.ts';
import { protocolsAt } from './probe.ts';
import { protocols } from './protocols.ts';
import { redis } from './redis.ts';

const address = '127.77.1.6';
const [ping] = redis.questions;

async function replyOf(onConnection: (socket: Socket) => void) {
  await using server = await listen(address, onConnection);
  await using guard = createGuard({ order: buildOrder({ target: hostAt(address) }) });
  const reply = await ask(guard, { address, port: server.port }, redis, ping);
  return serviceReplySchema.parse({ replies: [reply] }).replies[0]?.answer;
}

describe('an answer', () => {
  it('of the protocol → its bytes and what they say', async () => {
    const answer = await replyOf((socket) => socket.once('data', () => socket.end('+PONG\r\n')));
    expect(answer).toEqual({
      outcome: 'yes',
      value: { bytes: '2b504f4e470d0a', text: '+PONG\r\n', facts: { access: 'open' } },
    });
  });

  it.each([
    ['of another protocol', (socket: Socket) => void socket.end('SSH-2.0-x\r\n'), 'garbled'],
    ['of ten megabytes', (socket: Socket) => void socket.end(Buffer.alloc(10_000_000, 0x1b)), 'garbled'],
    ['that is none', (socket: Socket) => void socket.end(), 'closed'],
    ['cut by a reset', (socket: Socket) => void socket.resetAndDestroy(), 'reset'],
    ['that never comes', () => undefined, 'timeout'],
  ])('%s → unknown', { timeout: 15_000 }, async (_, onConnection, reason) => {
    expect(await replyOf(onConnection)).toEqual({ outcome: 'unknown', reason });
  });

  it('byte by byte → read all the same', async () => {
    const answer = await replyOf((socket) => {
      const bytes = [...'+PONG\r\n'];
      const timer = setInterval(() => socket.write(bytes.shift() ?? ''), 10);
      socket.on('close', () => clearInterval(timer));
    });
    expect(answer).toMatchObject({ outcome: 'yes' });
  });

  it('from another UDP port → not taken', { timeout: 10_000 }, async () => {
    const server = createSocket('udp4').on('message', (_, peer) => {
      const other = createSocket('udp4');
      other.send('+PONG\r\n', peer.port, peer.address, () => other.close());
    });
    server.bind(0, address);
    await once(server, 'listening');
    const { port } = server.address();
    await using guard = createGuard({ order: buildOrder({ target: hostAt(address), udpPorts: [port] }) });
    const { answer } = await ask(guard, { address, port }, { ...redis, transport: 'udp' }, ping);
    expect(answer).toEqual({ outcome: 'unknown', reason: 'timeout' });
    server.close();
  });
});

describe('which languages are tried', () => {
  const at = (...ports: ReturnType<typeof openPort>[]) => hostView(orderFor(address), ports);
  const place = (port: number) => ({ host: address, name: null, port, transport: 'tcp' as const });

  it.each([
    ['on the usual port, unnamed', 6379, undefined, 1],
    ['on the usual port, named so', 6379, 'redis', 1],
    ['on another port, named so', 16_379, 'redis', 1],
    ['on the usual port, something else', 6379, 'ssh', 0],
    ['on the usual port, nobody knows', 6379, 'tcpwrapped', 1],
    ['on another port, unnamed', 16_379, undefined, 0],
  ])('%s', (_, port, name, count) => {
    const found = protocolsAt(place(port), at(openPort(port, name))).filter((one) => one.name === 'redis');
    expect(found.length).toBe(count);
  });
});

describe('every protocol', () => {
  const questions = protocols.flatMap(({ name, questions: all }) =>
    all.map((one) => [name, one.asked, one] as const),
  );

  it('is one entry', () => {
    const places = protocols.map(({ name, transport, tls, ports }) => `${name} ${transport} ${tls} ${ports}`);
    expect(new Set(places).size).toBe(protocols.length);
  });

  it.each(questions)('%s %s: any bytes → an answer or none, never a fault', (_, __, question) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        question.read(Buffer.from(bytes));
        question.isWhole?.(Buffer.from(bytes));
      }),
    );
  });
});
