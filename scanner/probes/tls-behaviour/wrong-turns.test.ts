import { constants, privateDecrypt } from 'node:crypto';
import type { Socket } from 'node:net';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import { issue } from '../wire/certificate.fixture.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { orderFor } from '../wire/order.fixture.ts';
import { loopback, tcpServer } from '../wire/servers.fixture.ts';
import { alert, flight, record } from '../wire/tls/fake-flight.fixture.ts';
import { observeCcsInjection } from './ccs-injection.ts';
import { Connections, observe } from './connections.ts';
import { observeHeartbleed } from './heartbleed.ts';
import { observeRobot } from './robot.ts';
import { observeTicketbleed } from './ticketbleed.ts';

const order = orderFor(loopback, ['www.city.example']);
const { der, key } = issue({ subject: 'www.city.example', dnsNames: ['www.city.example'] });
const schema = kinds['tls-behaviour'].schema.shape;

/** Answers the hello with `first` and everything after it with what `then` says. */
async function facing<T>(
  look: (connections: Connections) => Promise<T>,
  first: (hello: Buffer) => Buffer,
  then: (socket: Socket, bytes: Buffer) => void = () => {},
): Promise<T> {
  await using server = await tcpServer((socket) => {
    socket.once('data', (hello) => {
      socket.on('data', (bytes) => then(socket, bytes));
      socket.write(first(hello));
    });
  });
  const place = { host: loopback, name: 'www.city.example', port: server.port, transport: 'tcp' as const };
  return await look(new Connections(loopbackGuard(order), place, 'direct', 2000));
}

const whole = () => flight({ certificate: der });
const says = (answer: Buffer) => (socket: Socket) => void socket.write(answer);

describe('an early ChangeCipherSpec', () => {
  const look = (connections: Connections) => observe(connections, () => observeCcsInjection(connections));

  /** Takes the first in silence and stumbles over the second. */
  const stumbles = (description: number) => {
    let count = 0;
    return (socket: Socket) => void (++count === 2 && socket.write(alert(description)));
  };

  test.each([20, 21])('taken, and the next one decrypted (alert %i) → yes', async (description) => {
    const found = await facing(look, whole, stumbles(description));
    expect(schema.ccsInjection.parse(found)).toMatchObject({ outcome: 'yes', value: { alert: description } });
  });

  test.each([
    ['refused at once', says(alert(10)), { outcome: 'no' }],
    ['refused with another alert', says(alert(40)), { outcome: 'no' }],
    ['refused the second time', stumbles(10), { outcome: 'no' }],
    [
      'answered by hanging up',
      (socket: Socket) => void socket.end(),
      { outcome: 'unknown', reason: 'closed' },
    ],
    [
      'answered by a reset',
      (socket: Socket) => void socket.resetAndDestroy(),
      { outcome: 'unknown', reason: 'reset' },
    ],
    ['passed over', () => {}, { outcome: 'unknown', reason: 'timeout' }],
    ['answered with data', says(record(23, Buffer.alloc(20))), { outcome: 'unknown', reason: 'garbled' }],
  ])('%s → never yes', async (_, then, outcome) => {
    expect(await facing(look, whole, then)).toEqual(outcome);
  });

  test('at a server that refuses the hello → no', async () => {
    expect(await facing(look, () => alert(70))).toEqual({ outcome: 'no' });
  });
});

describe('a ticket with a session id of one byte', () => {
  const look = (connections: Connections) =>
    observe(connections, () => observeTicketbleed(connections, Buffer.from('ticket')));
  /** The session id of a hello, RFC 5246 §7.4.1.2. */
  const sessionIdOf = (hello: Buffer) => hello.subarray(44, 44 + (hello[43] ?? 0));

  test('that comes back with 31 more → yes, and the memory is not kept', async () => {
    const leaky = (hello: Buffer) =>
      flight({ sessionId: Buffer.concat([sessionIdOf(hello), Buffer.alloc(31, 0xee)]) });
    const found = await facing(look, leaky);
    expect(schema.ticketbleed.parse(found)).toMatchObject({ outcome: 'yes', value: { echoedBytes: 32 } });
    expect(JSON.stringify(found)).not.toContain('eeee');
  });

  test.each([
    ['as it was sent', (hello: Buffer) => flight({ sessionId: sessionIdOf(hello) })],
    ['not at all', () => flight()],
    ['as a new session', () => flight({ sessionId: Buffer.alloc(32, 0x45) })],
  ])('that comes back %s → no', async (_, answer) => {
    expect(await facing(look, answer)).toEqual({ outcome: 'no' });
  });
});

describe('badly padded premaster secrets', () => {
  const look = (connections: Connections) => observe(connections, () => observeRobot(connections));
  /** Whether the ClientKeyExchange holds what PKCS#1 v1.5 asks for. */
  const isPadded = (bytes: Buffer) => {
    const encrypted = bytes.subarray(11, 11 + bytes.readUInt16BE(9));
    const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted);
    return block[0] === 0 && block[1] === 2 && block.at(-49) === 0;
  };

  test('told apart by the alert → yes', async () => {
    const oracle = (socket: Socket, bytes: Buffer) => void socket.write(alert(isPadded(bytes) ? 20 : 47));
    const found = await facing(look, whole, oracle);
    expect(schema.robot.parse(found)).toMatchObject({
      outcome: 'yes',
      value: {
        reactions: expect.arrayContaining([{ padding: 'good', reactions: ['alert 20', 'alert 20'] }]),
      },
    });
  });

  test('told apart by hanging up → yes', async () => {
    const oracle = (socket: Socket, bytes: Buffer) =>
      void (isPadded(bytes) ? socket.write(alert(20)) : socket.end());
    expect(await facing(look, whole, oracle)).toMatchObject({ outcome: 'yes' });
  });

  test.each([
    ['all answered alike', says(alert(20)), { outcome: 'no' }],
    ['all hung up on', (socket: Socket) => void socket.end(), { outcome: 'no' }],
  ])('%s → no', async (_, then, outcome) => {
    expect(await facing(look, whole, then)).toEqual(outcome);
  });

  test('answered now so, now so → unknown', async () => {
    let count = 0;
    const moody = (socket: Socket) => void socket.write(alert(++count % 3 === 0 ? 20 : 51));
    expect(await facing(look, whole, moody)).toEqual({ outcome: 'unknown', reason: 'garbled' });
  });

  test('at a server without static RSA → no', async () => {
    expect(await facing(look, () => alert(40))).toEqual({ outcome: 'no' });
  });
});

describe('a heartbeat that claims too much', () => {
  const look = (connections: Connections) => observe(connections, () => observeHeartbleed(connections));
  const offering = () => flight({ certificate: der, extensions: [[15, Buffer.from([1])]] });
  const response = (bytes: number) =>
    record(24, Buffer.concat([Buffer.from([2, bytes >> 8, bytes & 255]), Buffer.alloc(bytes + 16)]));

  test('answered with 16 bytes of memory → yes, without them', async () => {
    const found = await facing(look, offering, says(response(22)));
    expect(schema.heartbleed.parse(found)).toEqual({
      outcome: 'yes',
      value: { sentBytes: 6, answeredBytes: 22 },
    });
  });

  test.each([
    ['dropped, the honest one answered', says(response(6)), { outcome: 'no' }],
    ['refused', says(alert(10)), { outcome: 'no' }],
    ['passed over', () => {}, { outcome: 'unknown', reason: 'timeout' }],
    ['claimed in the header only', says(record(24, Buffer.from([2, 0x40, 0, 1]))), { outcome: 'no' }],
  ])('%s → never yes', async (_, then, outcome) => {
    expect(await facing(look, offering, then)).toEqual(outcome);
  });

  test('is not sent where no heartbeat is offered', async () => {
    const heard: Buffer[] = [];
    expect(await facing(look, whole, (_, bytes) => void heard.push(bytes))).toEqual({ outcome: 'no' });
    expect(heard).toEqual([]);
  });
});
