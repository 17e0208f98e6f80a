import type { Socket } from 'node:net';
import { sshKeysSchema } from '@enkaku/shared/evidence/ssh-keys/schema.ts';
import { no } from '@enkaku/shared/model/observed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { ProbeError } from '../../guard/guard.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { listen } from '../../guard/server.fixture.ts';
import { bitLength, readHostKey } from './host-key.ts';
import { lookAtKeys } from './probe.ts';
import { Fields, frame, message, mpint, packetLength, string, unpad } from './wire.ts';

const address = '127.77.3.40';

async function seen(onConnection: (socket: Socket) => void) {
  await using server = await listen(address, onConnection);
  await using guard = createGuard({ order: buildOrder({ target: hostAt(address) }) });
  return sshKeysSchema.parse(await lookAtKeys(guard, { address, port: server.port }, true));
}

const lists = [
  'diffie-hellman-group-exchange-sha256',
  'ssh-rsa',
  'aes128-ctr',
  'aes128-ctr',
  'hmac-sha2-256',
  'hmac-sha2-256',
  'none',
  'none',
  '',
  '',
];
const kexinit = frame(
  Buffer.concat([
    Buffer.of(message.kexinit),
    Buffer.alloc(16),
    ...lists.map((list) => string(list)),
    Buffer.alloc(5),
  ]),
);
const begin = Buffer.concat([Buffer.from('SSH-2.0-x\r\n'), kexinit]);
const group = (prime: Buffer) =>
  frame(Buffer.concat([Buffer.of(message.gexGroup), mpint(prime), mpint(Buffer.of(2))]));

describe('a server', () => {
  test.each([
    ['that hangs up', (socket: Socket) => void socket.end(), 'closed'],
    ['that resets', (socket: Socket) => void socket.resetAndDestroy(), 'reset'],
    ['of another language', (socket: Socket) => void socket.end(`220 ${'x'.repeat(5000)}`), 'garbled'],
    ['of ten megabytes', (socket: Socket) => void socket.end(Buffer.alloc(10_000_000, 0x1b)), 'garbled'],
    ['of version 1', (socket: Socket) => void socket.end('SSH-1.5-x\r\n'), 'garbled'],
    [
      'whose packet is endless',
      (socket: Socket) => void socket.end('SSH-2.0-x\r\n\xff\xff\xff\xff', 'latin1'),
      'garbled',
    ],
  ])('%s → unknown, with its reason', async (_, behave, reason) => {
    const { hostKeys, groupExchange } = await seen(behave);
    expect([hostKeys, groupExchange]).toEqual([[], { outcome: 'unknown', reason }]);
  });

  test('whose lists come, and then nonsense → each part unknown', async () => {
    const keys = await seen((socket) => void socket.end(Buffer.concat([begin, frame(Buffer.of(99, 1))])));
    expect(keys).toMatchObject({
      hostKeys: [{ algorithm: 'ssh-rsa', key: { outcome: 'unknown', reason: 'garbled' } }],
      groupExchange: { outcome: 'unknown', reason: 'garbled' },
      authMethods: { outcome: 'unknown', reason: 'garbled' },
    });
  });

  test('with a group of 1024 bits → its size, whatever follows', async () => {
    const prime = Buffer.alloc(128, 0xff);
    const { groupExchange } = await seen((socket) => void socket.end(Buffer.concat([begin, group(prime)])));
    expect(groupExchange).toMatchObject({
      outcome: 'yes',
      value: { bits: 1024, prime: prime.toString('hex') },
    });
  });

  test('with a group of 64,000 bits → not computed with', async () => {
    const { hostKeys } = await seen(
      (socket) => void socket.write(Buffer.concat([begin, group(Buffer.alloc(4000, 0xff))])),
    );
    expect(hostKeys[0]?.key).toEqual({ outcome: 'unknown', reason: 'garbled' });
  });

  test('that falls silent in the middle → asked no more', { timeout: 20_000 }, async () => {
    let connections = 0;
    const keys = await seen((socket) => {
      connections += 1;
      socket.write(begin);
    });
    expect(keys.groupExchange).toEqual({ outcome: 'unknown', reason: 'timeout' });
    // One for the lists and one for the first key.
    expect(connections).toBe(2);
  });

  test('that is not there → no', async () => {
    await using guard = createGuard({ order: buildOrder({ target: hostAt(address) }) });
    expect((await lookAtKeys(guard, { address, port: 22_998 }, true)).groupExchange).toEqual(no);
  });
});

describe('what was read', () => {
  const rsa = (bits: number) =>
    Buffer.concat([string('ssh-rsa'), mpint(Buffer.of(1, 0, 1)), mpint(Buffer.alloc(bits / 8, 0x80))]);

  test.each([
    [rsa(1024), 'ssh-rsa', 1024],
    [rsa(2048), 'ssh-rsa', 2048],
    [Buffer.concat([string('ssh-ed25519'), string(Buffer.alloc(32))]), 'ssh-ed25519', 256],
    [Buffer.concat([string('ecdsa-sha2-nistp384'), string('nistp384')]), 'ecdsa-sha2-nistp384', 384],
    [string('\x1b[2Jkey'), '?[2Jkey', 0],
  ])('%# → its kind and size', (blob, type, bits) => {
    expect(readHostKey(blob)).toMatchObject({ type, bits });
  });

  test('leading zeros count for nothing', () => {
    expect([bitLength(Buffer.of()), bitLength(Buffer.of(1)), bitLength(Buffer.of(0x7f, 0xff))]).toEqual([
      0, 1, 15,
    ]);
    expect(mpint(Buffer.of(0, 0, 0x80)).toString('hex')).toBe('000000020080');
  });

  test('any bytes → read, or garbled, and no other fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        for (const read of [readHostKey, unpad, packetLength, (all: Buffer) => new Fields(all, 1).mpint()]) {
          try {
            read(Buffer.concat([buffer, Buffer.alloc(4)]));
          } catch (error) {
            expect(error).toBeInstanceOf(ProbeError);
          }
        }
      }),
    );
  });
});
