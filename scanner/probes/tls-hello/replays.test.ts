import { connect } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import { issue } from '../wire/certificate.fixture.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback, type TestServer, tcpServer, tlsServer } from '../wire/servers.fixture.ts';
import { Cursor } from '../wire/tls/bytes.ts';
import { alert, flight } from '../wire/tls/fake-flight.fixture.ts';
import { createTlsHelloProbe } from './probe.ts';

const order = orderFor(loopback, ['www.city.example']);
const { der } = issue({ subject: 'www.city.example', dnsNames: ['www.city.example'] });

async function look(server: TestServer) {
  const probe = createTlsHelloProbe({ answerMs: 3000, pause: async () => {} });
  const view = hostView(order, [openPort(server.port, 'https', { tunnel: 'ssl' })]);
  const place = { host: loopback, name: 'www.city.example', port: server.port, transport: 'tcp' as const };
  return kinds['tls-hello'].schema.parse(await probe.gather(place, loopbackGuard(order), view));
}

/** A server that answers each hello, SSL 2.0's or TLS's, with these bytes. */
const answering = (answer: (hello: Buffer) => Buffer) =>
  tcpServer((socket) => socket.once('data', (hello) => socket.end(answer(hello))));
const isSslv2 = (hello: Buffer) => ((hello[0] ?? 0) & 0x80) !== 0;
const isLegacy = (hello: Buffer) => !isSslv2(hello) && hello.readUInt16BE(9) === 0x0303;
const suitesIn = (hello: Buffer): readonly string[] => {
  const cursor = new Cursor(hello.subarray(43));
  cursor.vector(1);
  return cursor.vector(2).toString('hex').match(/.{4}/g) ?? [];
};

describe('SSL 2.0', () => {
  const serverHello = (ciphers: string) => {
    const lengths = `0004${(ciphers.length / 2).toString(16).padStart(4, '0')}0010`;
    const body = Buffer.from(`0400010002${lengths}30020500${ciphers}${'c1'.repeat(16)}`, 'hex');
    return Buffer.concat([Buffer.from([0x80, body.length]), body]);
  };
  const speaking = (ciphers: string) =>
    answering((hello) => (isSslv2(hello) ? serverHello(ciphers) : alert(70)));

  test('with a common cipher → yes, seen twice', async () => {
    await using server = await speaking('010080060040');
    const { sslv2, versions } = await look(server);
    expect(sslv2).toMatchObject({
      value: { ciphers: ['010080', '060040'], confirmedBy: expect.stringMatching(/^80/) },
    });
    expect(versions['TLSv1.2']).toEqual({ outcome: 'no' });
  });

  test('without one → the hello is kept, and its list is empty', async () => {
    await using server = await speaking('');
    expect((await look(server)).sslv2).toMatchObject({ outcome: 'yes', value: { ciphers: [] } });
  });
});

test('a suite that nobody offered is kept as such, and proves no family', async () => {
  await using server = await answering((hello) =>
    isSslv2(hello) ? alert(70) : flight({ cipher: '0005', certificate: der }),
  );
  const { unofferedCipher, families } = await look(server);
  expect(unofferedCipher).toMatchObject({
    outcome: 'yes',
    value: { cipher: '0005', cipherName: 'TLS_RSA_WITH_RC4_128_SHA' },
  });
  expect(families.null.outcome).not.toBe('yes');
  expect(families['3des'].outcome).not.toBe('yes');
});

test('compression, heartbeats and a missing extension are read from the ServerHello', async () => {
  const compressed = flight({ cipher: '009c', certificate: der, extensions: [[15, Buffer.from([1])]] });
  compressed[5 + 4 + 2 + 32 + 1 + 2] = 1;
  await using server = await answering((hello) =>
    isLegacy(hello) && suitesIn(hello).includes('009c') ? compressed : alert(40),
  );
  expect(await look(server)).toMatchObject({
    compression: { outcome: 'yes', value: { method: 1 } },
    heartbeat: { outcome: 'yes', value: { extension: '01' } },
    secureRenegotiation: { outcome: 'no' },
    extendedMasterSecret: { outcome: 'no' },
    families: { 'static-rsa': { outcome: 'yes' }, cbc: { outcome: 'no' } },
  });
});

describe('something in front of a good server that stumbles', () => {
  /** Hands on what `stumbles` does not take; resets the rest. */
  async function behind(stumbles: (hello: Buffer) => boolean, options: TlsOptions = {}) {
    const stack = new AsyncDisposableStack();
    const good = stack.use(await tlsServer(options));
    const front = stack.use(
      await tcpServer((socket) =>
        socket.once('data', (hello) => {
          if (stumbles(hello)) return socket.resetAndDestroy();
          const onward = connect({ host: loopback, port: good.port });
          onward.on('error', () => socket.destroy()).write(hello);
          return socket.pipe(onward).pipe(socket);
        }),
      ),
    );
    return { ...front, [Symbol.asyncDispose]: () => stack.disposeAsync() };
  }
  const handshakeBytes = (hello: Buffer) => hello.readUInt16BE(3);

  test('over values that mean nothing → grease, not size', async () => {
    await using server = await behind((hello) => hello.includes(Buffer.from('7a7a', 'hex')));
    expect((await look(server)).intolerance).toMatchObject({
      grease: { outcome: 'yes', value: { reaction: 'reset', control: expect.stringMatching(/^16/) } },
      size: { outcome: 'no' },
    });
  });

  test('over hellos of 256 to 511 bytes → size, not grease', async () => {
    await using server = await behind(
      (hello) => handshakeBytes(hello) >= 256 && handshakeBytes(hello) <= 511,
    );
    expect((await look(server)).intolerance).toMatchObject({
      grease: { outcome: 'no' },
      size: { outcome: 'yes', value: { reaction: 'reset' } },
    });
  });

  test('over nothing → no intolerance', async () => {
    await using server = await behind(() => false);
    expect((await look(server)).intolerance).toEqual({ grease: { outcome: 'no' }, size: { outcome: 'no' } });
  });
});

test('a server that wants a name is closed to whoever gives none', async () => {
  await using server = await answering((hello) => {
    if (!isLegacy(hello) || !suitesIn(hello).includes('009c')) return alert(40);
    return hello.includes('www.city.example') ? flight({ certificate: der }) : alert(112);
  });
  const { leaves } = await look(server);
  expect(leaves).toMatchObject({ named: { outcome: 'yes', value: { certificate: der.toString('hex') } } });
  expect(leaves.withoutName).toEqual({ outcome: 'no' });
});

test('a server that asks for certificates of clients may name nobody whom it would trust', async () => {
  await using server = await tlsServer({ requestCert: true, rejectUnauthorized: false });
  expect((await look(server)).clientAuth).toMatchObject({ outcome: 'yes', value: { names: [] } });
});

test('the groups of a server with something weak are listed, in both versions', async () => {
  await using server = await tlsServer({ ciphers: 'DEFAULT:AES128-SHA', ecdhCurve: 'X25519:P-256' });
  const { groups } = await look(server);
  const ids = { outcome: 'yes', value: { groups: [{ id: '001d' }, { id: '0017' }], extent: 'complete' } };
  expect(groups).toMatchObject({ 'TLSv1.2': ids, 'TLSv1.3': ids });
});

test('a server with a fixed key shows the same one each time', async () => {
  const point = 'b7'.repeat(32);
  const keyExchange = Buffer.from(`03001d20${point}04010002abcd`, 'hex');
  const message = Buffer.concat([Buffer.from([12, 0, 0, keyExchange.length]), keyExchange]);
  const record = Buffer.concat([Buffer.from([22, 3, 3, 0, message.length]), message]);
  const done = Buffer.from('16030300040e000000', 'hex');
  await using server = await answering((hello) =>
    isLegacy(hello) && suitesIn(hello).includes('c02f')
      ? Buffer.concat([flight({ cipher: 'c02f' }), record, done])
      : alert(40),
  );
  const { ecdhe } = await look(server);
  expect(ecdhe).toMatchObject({ outcome: 'yes', value: { group: { id: '001d', name: 'x25519' } } });
  const values = ecdhe.outcome === 'yes' ? ecdhe.value.publicValues : [];
  expect(values.length).toBeGreaterThanOrEqual(3);
  expect(new Set(values)).toEqual(new Set([point]));
});
