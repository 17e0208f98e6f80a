import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { buildPorts, openPort } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import { sshKexinitSchema } from '@enkaku/shared/evidence/ssh-kexinit/schema.ts';
import { unknown, yes } from '@enkaku/shared/model/observed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGuard, type OpenGuard } from '../../guard/create-guard.ts';
import { GuardError } from '../../guard/guard.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { version } from '../../version.ts';
import { readIdentification } from './identification.ts';
import { readKexinit } from './kexinit.ts';
import { converse, sshKexinitProbe } from './probe.ts';

const lists = [
  'curve25519-sha256',
  'ssh-ed25519',
  'aes256-ctr',
  'aes128-ctr,3des-cbc',
  'a',
  'b',
  'none',
  'zlib',
  '',
  '',
];

function nameList(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
}

function packet(payload: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(payload.length + 1 + 4);
  head.writeUInt8(4, 4);
  return Buffer.concat([head, payload, Buffer.alloc(4)]);
}

function kexinitPayload(names: readonly string[] = lists): Buffer {
  return Buffer.concat([Buffer.from([20]), Buffer.alloc(16, 7), ...names.map(nameList), Buffer.alloc(5)]);
}

const kexinit = packet(kexinitPayload());
const banner = Buffer.from('SSH-2.0-OpenSSH_9.8\r\n');

/** What the probe sees of a server that does `behave` with each connection. */
async function seen(behave: (socket: Socket, guard: OpenGuard) => void) {
  await using guard = createGuard({ order: buildOrder({ target: hostAt('127.77.3.20') }) });
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    behave(socket, guard);
  });
  server.listen(0, '127.77.3.20');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const data = await converse(guard, { address: '127.77.3.20', port }, 300);
    sshKexinitSchema.parse(data);
    return data;
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

describe('sshKexinitProbe', () => {
  test('a server that sends both in one piece → the banner and the lists of each direction', async () => {
    const data = await seen((socket) => socket.write(Buffer.concat([banner, kexinit])));
    expect(data).toMatchObject({
      banner: yes('SSH-2.0-OpenSSH_9.8'),
      kexinit: yes({
        kex: ['curve25519-sha256'],
        ciphersClientToServer: ['aes256-ctr'],
        ciphersServerToClient: ['aes128-ctr', '3des-cbc'],
        macsClientToServer: ['a'],
        macsServerToClient: ['b'],
        compressionServerToClient: ['zlib'],
      }),
    });
  });

  test('a server that waits for the client, then sends byte by byte after lines of its own → the same', async () => {
    const data = await seen((socket) => {
      socket.once('data', async () => {
        for (const byte of Buffer.concat([Buffer.from('hello\r\nworld\r\n'), banner, kexinit])) {
          if (!socket.write(Buffer.from([byte]))) await once(socket, 'drain');
        }
      });
    });
    expect(data.kexinit).toMatchObject({ outcome: 'yes', value: { kex: ['curve25519-sha256'] } });
  });

  test('our side → one identification line and nothing else', async () => {
    let sent = '';
    await seen((socket) => {
      socket.on('data', (chunk) => {
        sent += chunk.toString('latin1');
        socket.write(Buffer.concat([banner, kexinit]));
      });
    });
    expect(sent).toBe(`SSH-2.0-Enkaku_${version}\r\n`);
  });

  test('version 1 only → the banner, and no list', async () => {
    const data = await seen((socket) => socket.write('SSH-1.5-Cisco-1.25\n'));
    expect(data).toEqual({ banner: yes('SSH-1.5-Cisco-1.25'), kexinit: { outcome: 'no' } });
  });

  test.each([
    ['silence', () => {}, unknown('timeout'), unknown('timeout')],
    ['closed at once', (socket: Socket) => socket.end(), unknown('closed'), unknown('closed')],
    [
      'another protocol',
      (socket: Socket) => socket.end('220 ready\r\n'),
      unknown('closed'),
      unknown('closed'),
    ],
    [
      'endless other lines',
      (socket: Socket) => socket.write('x\n'.repeat(60)),
      unknown('garbled'),
      unknown('garbled'),
    ],
    [
      'an endless line',
      (socket: Socket) => socket.write('x'.repeat(5000)),
      unknown('garbled'),
      unknown('garbled'),
    ],
    [
      'banner, then silence',
      (socket: Socket) => socket.write(banner),
      yes('SSH-2.0-OpenSSH_9.8'),
      unknown('timeout'),
    ],
    [
      'banner, then closed',
      (socket: Socket) => socket.end(banner),
      yes('SSH-2.0-OpenSSH_9.8'),
      unknown('closed'),
    ],
    [
      'banner, then DISCONNECT',
      (socket: Socket) => socket.write(Buffer.concat([banner, packet(Buffer.from([1, 0]))])),
      yes('SSH-2.0-OpenSSH_9.8'),
      unknown('closed'),
    ],
    [
      'banner, then nonsense',
      (socket: Socket) => socket.write(Buffer.concat([banner, Buffer.alloc(50, 0xff)])),
      yes('SSH-2.0-OpenSSH_9.8'),
      unknown('garbled'),
    ],
  ])('%s → unknown, with its reason', async (_, behave, expectedBanner, expectedKexinit) => {
    expect(await seen(behave)).toEqual({ banner: expectedBanner, kexinit: expectedKexinit });
  });

  test('a stop while waiting → GuardError', async () => {
    await expect(seen((_, guard) => guard.stop('stopped'))).rejects.toThrow(GuardError);
  });

  test('a closed port → no, said by the host itself', async () => {
    await using guard = createGuard({ order: buildOrder({ target: hostAt('127.77.3.21') }) });
    const data = await converse(guard, { address: '127.77.3.21', port: 22_999 }, 300);
    expect(data).toEqual({ banner: { outcome: 'no' }, kexinit: { outcome: 'no' } });
  });

  test('places → open TCP ports that are SSH by name or by custom, no others', () => {
    const ports = [
      openPort(22, null),
      openPort(80, { name: 'http' }),
      openPort(2222, { name: 'tcpwrapped' }),
      openPort(8022, { name: 'ssh' }),
      openPort(22, { name: 'ssh' }, { state: 'filtered' }),
    ];
    const view = { order: buildOrder(), ports: buildPorts({ ports }).data };
    expect(sshKexinitProbe.places(view).map(({ port }) => port)).toEqual([22, 2222, 8022]);
  });
});

describe('readKexinit', () => {
  test('IGNORE and DEBUG before it → skipped', () => {
    const before = [packet(Buffer.from([2, 0])), packet(Buffer.from([4, 0]))];
    expect(readKexinit(Buffer.concat([...before, kexinit])).state).toBe('found');
  });

  test.each([
    ['half a packet', kexinit.subarray(0, 40), 'more'],
    ['nothing', Buffer.alloc(0), 'more'],
    ['a length of 4 GiB', Buffer.from('ffffffff0414', 'hex'), 'garbled'],
    ['a length of zero', Buffer.from('000000000000', 'hex'), 'garbled'],
    ['more padding than packet', Buffer.from('00000006ff14000000000000', 'hex'), 'garbled'],
    ['nine lists', packet(kexinitPayload(lists.slice(1))), 'garbled'],
    ['eleven lists', packet(kexinitPayload([...lists, 'x'])), 'garbled'],
    ['a name with a control character', packet(kexinitPayload(['a\x1b[2J', ...lists.slice(1)])), 'garbled'],
    ['thousands of names', packet(kexinitPayload(['x,'.repeat(2000), ...lists.slice(1)])), 'garbled'],
    ['IGNORE without end', Buffer.concat(Array(9).fill(packet(Buffer.from([2, 0])))), 'garbled'],
  ])('%s → %s', (_, bytes, state) => {
    expect(readKexinit(bytes).state).toBe(state);
  });

  test('any bytes → an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(kexinit.length - 1), (bytes, at) => {
        readKexinit(Buffer.from(bytes));
        const changed = Buffer.from(kexinit);
        changed.set(bytes.slice(0, changed.length - at), at);
        readKexinit(changed);
      }),
    );
  });
});

describe('readIdentification', () => {
  test('any bytes → an answer, printable if found', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const reading = readIdentification(Buffer.concat([Buffer.from('SSH-'), bytes, Buffer.from('\n')]));
        if (reading.state === 'found') expect(reading.text).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });

  test('an identification over 255 characters → not SSH', () => {
    expect(readIdentification(Buffer.from(`SSH-2.0-${'x'.repeat(300)}\n`)).state).toBe('not-ssh');
  });
});
