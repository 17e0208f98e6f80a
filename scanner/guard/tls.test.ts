import { once } from 'node:events';
import { createServer, type Server, type TlsOptions as ServerOptions } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { issue } from '../probes/wire/certificate.fixture.ts';
import { createGuard, type OpenGuard } from './create-guard.ts';
import { ProbeError } from './guard.ts';
import { buildOrder, hostAt } from './order.fixture.ts';
import { listen } from './server.fixture.ts';
import { stapledOcspResponse } from './tls.ts';

const address = '127.77.1.5';
/** RFC 2246 §7.4.1.3: a ServerHello that insists on TLS 1.0, which our library refuses by default. */
const hello10 = Buffer.concat([
  Buffer.from('160301002a020000260301', 'hex'),
  Buffer.alloc(32, 7),
  Buffer.from('00002f00', 'hex'),
]);
const { cert, key } = issue({ subject: 'server.test', dnsNames: ['server.test'] });

interface TlsServer extends AsyncDisposable {
  readonly server: Server;
  readonly port: number;
}

async function tlsServer(options: ServerOptions = {}): Promise<TlsServer> {
  const server = createServer({ cert, key, ...options });
  server.on('tlsClientError', () => undefined);
  server.listen(0, address);
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return { server, port, [Symbol.asyncDispose]: async () => void server.close() };
}

const guardFor = (overrides: Parameters<typeof buildOrder>[0] = {}): OpenGuard =>
  createGuard({ order: buildOrder({ target: hostAt(address), ...overrides }) });

async function reasonOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProbeError ? error.reason : error;
}

describe('a handshake', () => {
  it('with an unknown certificate → open, its trust is the chain’s alone and the name is not judged', async () => {
    await using server = await tlsServer();
    await using guard = guardFor();
    const socket = await guard.connectTls({ address, port: server.port }, { servername: 'other.test' });
    expect(String(socket.authorizationError)).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT/);
    await using trusting = guardFor({ trustAnchors: [cert] });
    const trusted = await trusting.connectTls({ address, port: server.port }, { servername: 'other.test' });
    expect([trusted.authorized, trusted.authorizationError]).toEqual([true, null]);
  });

  it('with an address for a name → no SNI', async () => {
    await using server = await tlsServer();
    await using guard = guardFor();
    const nameSeenFor = async (servername: string) => {
      const arrived = once(server.server, 'secureConnection');
      await guard.connectTls({ address, port: server.port }, { servername });
      return (await arrived)[0].servername;
    };
    expect([await nameSeenFor(address), await nameSeenFor('server.test')]).toEqual([false, 'server.test']);
  });

  it('with a stapled OCSP response → the probe can have it', async () => {
    await using server = await tlsServer();
    server.server.on('OCSPRequest', (_, __, answer) => answer(null, Buffer.from('stapled')));
    await using guard = guardFor();
    const place = { address, port: server.port };
    const asked = await guard.connectTls(place, { requestOcsp: true });
    const notAsked = await guard.connectTls(place);
    expect([stapledOcspResponse(asked)?.toString(), stapledOcspResponse(notAsked)]).toEqual([
      'stapled',
      null,
    ]);
  });

  it('with TLS 1.0 and old ciphers, when asked for → possible', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' } as const;
    await using server = await tlsServer(old);
    await using guard = guardFor();
    const socket = await guard.connectTls({ address, port: server.port }, { minVersion: 'TLSv1' });
    expect(socket.getProtocol()).toBe('TLSv1');
  });

  it('closed again → its slot is free', async () => {
    await using server = await tlsServer();
    const limits = { ...buildOrder().limits, concurrentConnections: 1 };
    await using guard = guardFor({ limits });
    for (let round = 0; round < 3; round++) {
      (await guard.connectTls({ address, port: server.port })).destroy();
    }
  });

  it('stopped while it is open → the probe is told', async () => {
    await using server = await tlsServer();
    await using guard = guardFor();
    const socket = await guard.connectTls({ address, port: server.port });
    const failed = once(socket, 'error');
    guard.stop('stopped');
    expect((await failed)[0]).toMatchObject({ code: 'stopped' });
  });

  it('whose connection is destroyed beneath it → both end, and the process lives', async () => {
    await using server = await tlsServer();
    await using guard = guardFor();
    const socket = await guard.connectTcp({ address, port: server.port });
    const secure = await guard.upgradeTls(socket);
    socket.destroy(new Error('beneath'));
    secure.destroy(new Error('above'));
    await new Promise((resolve) => secure.once('close', resolve));
    expect([socket.destroyed, secure.destroyed]).toEqual([true, true]);
  });

  it('on a connection of somebody else → not permitted', async () => {
    await using server = await tlsServer();
    await using one = guardFor();
    await using other = guardFor();
    const socket = await one.connectTcp({ address, port: server.port });
    await expect(other.upgradeTls(socket)).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('a handshake that fails', () => {
  it('by the server’s alert → refused', async () => {
    await using server = await tlsServer({ ALPNProtocols: ['h2'] });
    await using guard = guardFor();
    expect(await reasonOf(guard.connectTls({ address, port: server.port }, { alpn: ['x'] }))).toBe('refused');
  });

  it('because our own library will not have it → garbled, never refused', async () => {
    await using server = await listen(address, (socket) => socket.once('data', () => socket.write(hello10)));
    await using guard = guardFor();
    const place = { address, port: server.port };
    expect(await reasonOf(guard.connectTls(place))).toBe('garbled');
    expect(await reasonOf(guard.connectTls(place, { ciphers: 'NO-SUCH' }))).toBe('garbled');
  });

  it.each([
    ['an answer that is no TLS', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'garbled'],
    ['nothing but an end', '', 'closed'],
  ])('with %s → unknown, for that reason', async (_, answer, reason) => {
    await using server = await listen(address, (socket) => socket.once('data', () => socket.end(answer)));
    await using guard = guardFor();
    expect(await reasonOf(guard.connectTls({ address, port: server.port }))).toBe(reason);
  });

  it('with a reset → reset', async () => {
    await using server = await listen(address, (socket) =>
      socket.once('data', () => socket.resetAndDestroy()),
    );
    await using guard = guardFor();
    expect(await reasonOf(guard.connectTls({ address, port: server.port }))).toMatch(/reset|closed/);
  });

  it('in silence → timeout', async () => {
    await using server = await listen(address);
    await using guard = guardFor();
    expect(await reasonOf(guard.connectTls({ address, port: server.port }, { timeoutMs: 200 }))).toBe(
      'timeout',
    );
  });
});
