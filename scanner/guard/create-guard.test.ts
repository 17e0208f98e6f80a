import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { instant } from '@enkaku/shared/model/instant.ts';
import { describe, expect, it } from 'vitest';
import { createGuard } from './create-guard.ts';
import { GuardError, ProbeError } from './guard.ts';
import { buildOrder, hostAt } from './order.fixture.ts';
import { listen } from './server.fixture.ts';

const host = '127.77.1.1';
const limits = buildOrder().limits;

async function failureOf(promise: Promise<unknown>): Promise<GuardError | ProbeError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof GuardError || error instanceof ProbeError) return error;
  throw new Error(`expected a GuardError or a ProbeError, got ${error}`);
}

describe('scope', () => {
  it.each([
    ['another address', buildOrder(), { address: '127.77.1.2', port: 80 }, 'out-of-scope'],
    ['a name', buildOrder(), { address: 'localhost', port: 80 }, 'out-of-scope'],
    ['a port not in the list', buildOrder({ ports: '22,80' }), { address: host, port: 443 }, 'out-of-scope'],
    [
      'the resolver on another port',
      buildOrder({ resolver: { address: '127.77.1.9', port: 5353 } }),
      { address: '127.77.1.9', port: 53 },
      'out-of-scope',
    ],
    [
      'a domain target',
      buildOrder({ target: { kind: 'domain', domain: 'a.example' } }),
      { address: host, port: 80 },
      'out-of-scope',
    ],
    [
      'loopback by an internet order',
      buildOrder({ network: 'internet' }),
      { address: host, port: 80 },
      'special-purpose',
    ],
    [
      'cloud metadata even in a laboratory',
      buildOrder({ target: hostAt('169.254.169.254') }),
      { address: '169.254.169.254', port: 80 },
      'special-purpose',
    ],
    [
      'IPv4 hidden in IPv6',
      buildOrder({ network: 'internet', target: hostAt('64:ff9b::7f00:1') }),
      { address: '64:ff9b::7f00:1', port: 80 },
      'special-purpose',
    ],
    [
      'multicast',
      buildOrder({ target: hostAt('224.0.0.1') }),
      { address: '224.0.0.1', port: 80 },
      'special-purpose',
    ],
  ] as const)('%s → refused before anything is sent', async (_, order, place, code) => {
    await using guard = createGuard({ order });
    const failures = [await failureOf(guard.connectTcp(place)), await failureOf(guard.connectTls(place))];
    expect(failures.map((failure) => failure.code)).toEqual([code, code]);
    expect(guard.load().packets).toBe(0);
  });

  it('UDP port not in the order → refused', async () => {
    await using guard = createGuard({ order: buildOrder({ udpPorts: [161] }) });
    const options = { timeoutMs: 100, accept: () => true };
    const failure = await failureOf(guard.exchangeUdp({ address: host, port: 53 }, Buffer.of(1), options));
    expect(failure.code).toBe('out-of-scope');
  });

  it('an address on the operator’s deny list → refused', async () => {
    await using guard = createGuard({ order: buildOrder(), deny: [['127.77.0.0' as never, 16]] });
    expect((await failureOf(guard.connectTcp({ address: host, port: 80 }))).code).toBe('special-purpose');
  });

  it('an order with an unreadable port list → no guard', () => {
    expect(() => createGuard({ order: buildOrder({ ports: '80-22' }) })).toThrow(GuardError);
  });

  it('a private resolver of an internet order → allowed, on its own port', async () => {
    await using server = await listen('127.77.1.9');
    const resolver = { address: '127.77.1.9', port: server.port };
    const target = { kind: 'domain', domain: 'a.example' } as const;
    await using guard = createGuard({ order: buildOrder({ network: 'internet', resolver, target }) });
    const socket = await guard.connectTcp(resolver);
    expect(socket.remotePort).toBe(server.port);
  });
});

describe('window', () => {
  it.each([
    ['not open yet', 5000, 60_000],
    ['closed', -60_000, 0],
    ['about to close', -60_000, 500],
  ])('%s → nothing starts', async (_, opensInMs, closesInMs) => {
    await using server = await listen(host);
    const at = Date.now();
    const window = { opensAt: instant(at + opensInMs), closesAt: instant(at + closesInMs) };
    await using guard = createGuard({ order: buildOrder({ window }) });
    const failure = await failureOf(guard.connectTcp({ address: host, port: server.port }));
    expect([failure.code, server.arrivals()]).toEqual(['outside-window', 0]);
  });

  it('closes while a connection is open → the signal aborts and the connection ends before the window does', async () => {
    await using server = await listen(host);
    const closesAt = Date.now() + 1300;
    const window = { opensAt: instant(closesAt - 60_000), closesAt: instant(closesAt) };
    await using guard = createGuard({ order: buildOrder({ window }) });
    const socket = await guard.connectTcp({ address: host, port: server.port });
    await new Promise((resolve) => socket.once('close', resolve));
    expect(Date.now()).toBeLessThan(closesAt);
    expect(guard.stopped).toBe('window-closed');
  });
});

describe('stop', () => {
  it('destroys live sockets and refuses new ones', async () => {
    await using server = await listen(host);
    await using guard = createGuard({ order: buildOrder() });
    const socket = await guard.connectTcp({ address: host, port: server.port });
    const failed = once(socket, 'error');
    guard.stop('stopped');
    expect((await failed)[0]).toMatchObject({ code: 'stopped' });
    expect((await failureOf(guard.connectTcp({ address: host, port: server.port }))).code).toBe('stopped');
  });

  it('callers waiting for their turn are sent away at once', async () => {
    await using server = await listen(host);
    const slow = { ...limits, connectionsPerSecond: 1, requestsPerSecond: 0.1 };
    await using guard = createGuard({ order: buildOrder({ limits: slow }) });
    await guard.turnForRequest();
    const waiting = [
      ...[1, 2, 3].map(() => guard.connectTcp({ address: host, port: server.port })),
      guard.turnForRequest(),
    ].map(failureOf);
    guard.stop('lease-lost');
    const codes = (await Promise.all(waiting)).map((failure) => failure.code);
    expect(codes).toEqual(['stopped', 'stopped', 'stopped', 'stopped']);
    expect(guard.stopped).toBe('lease-lost');
  });

  it('a UDP question under way ends', async () => {
    const silent = createSocket('udp4').bind(0, host);
    await once(silent, 'listening');
    const port = silent.address().port;
    await using guard = createGuard({ order: buildOrder({ udpPorts: [port] }) });
    const options = { timeoutMs: 10_000, accept: () => true };
    const asked = failureOf(guard.exchangeUdp({ address: host, port }, Buffer.from('?'), options));
    await once(silent, 'message');
    guard.stop('stopped');
    expect((await asked).code).toBe('stopped');
    silent.close();
  });

  it('dispose closes what a probe left open', async () => {
    await using server = await listen(host);
    const guard = createGuard({ order: buildOrder() });
    const socket = await guard.connectTcp({ address: host, port: server.port });
    await guard[Symbol.asyncDispose]();
    expect(socket.destroyed).toBe(true);
  });
});

describe('rate', () => {
  it('ten connections at 20 per second → at least 450 ms, in the order asked', async () => {
    await using server = await listen(host);
    await using guard = createGuard({
      order: buildOrder({ limits: { ...limits, connectionsPerSecond: 20 } }),
    });
    const order: number[] = [];
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        (await guard.connectTcp({ address: host, port: server.port })).destroy();
        order.push(index);
      }),
    );
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(440);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('a packet rate → no second counts more packets', async () => {
    await using server = await listen(host);
    const slow = { ...limits, packetsPerSecond: 100 };
    await using guard = createGuard({ order: buildOrder({ limits: slow }) });
    await Promise.all(
      Array.from({ length: 15 }, async () =>
        (await guard.connectTcp({ address: host, port: server.port })).destroy(),
      ),
    );
    expect(guard.load().packets).toBeGreaterThanOrEqual(15 * 8);
    expect(guard.load().maxPerSecond).toBeLessThanOrEqual(100);
  });

  it('two slots → never more than two connections at once; a closed one makes room', async () => {
    await using server = await listen(host);
    await using guard = createGuard({
      order: buildOrder({ limits: { ...limits, concurrentConnections: 2 } }),
    });
    let most = 0;
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        const socket = await guard.connectTcp({ address: host, port: server.port });
        most = Math.max(most, server.open());
        socket.destroy();
      }),
    );
    expect(most).toBeLessThanOrEqual(2);
  });

  it('requests at 10 per second → five take at least 400 ms and are counted', async () => {
    await using guard = createGuard({ order: buildOrder({ limits: { ...limits, requestsPerSecond: 10 } }) });
    const startedAt = performance.now();
    for (let index = 0; index < 5; index++) await guard.turnForRequest();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(390);
    expect(guard.load().requests).toBe(5);
  });
});

describe('what a probe meets', () => {
  it('a closed port → refused', async () => {
    const server = await listen(host);
    await server[Symbol.asyncDispose]();
    await using guard = createGuard({ order: buildOrder() });
    expect(await failureOf(guard.connectTcp({ address: host, port: server.port }))).toMatchObject({
      reason: 'refused',
    });
  });

  it('silence on an open connection → the socket fails with timeout', async () => {
    await using server = await listen(host);
    await using guard = createGuard({ order: buildOrder() });
    const socket = await guard.connectTcp({ address: host, port: server.port }, { timeoutMs: 100 });
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject({ name: 'ProbeError', reason: 'timeout' });
  });

  it('a UDP answer that is not accepted is passed over; a closed UDP port is refused', async () => {
    const server = createSocket('udp4').bind(0, host);
    await once(server, 'listening');
    server.on('message', (_, peer) => {
      server.send('no', peer.port, peer.address);
      server.send('yes', peer.port, peer.address);
    });
    const port = server.address().port;
    await using guard = createGuard({ order: buildOrder({ udpPorts: [port] }) });
    const accept = (answer: Buffer) => answer.toString() === 'yes';
    const ask = () =>
      guard.exchangeUdp({ address: host, port }, Buffer.from('?'), { timeoutMs: 2000, accept });
    expect((await ask())?.toString()).toBe('yes');
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(await failureOf(ask())).toMatchObject({ reason: 'refused' });
  });

  it('UDP silence → undefined', async () => {
    const silent = createSocket('udp4').bind(0, host);
    await once(silent, 'listening');
    const port = silent.address().port;
    await using guard = createGuard({ order: buildOrder({ udpPorts: [port] }) });
    const options = { timeoutMs: 100, accept: () => true };
    expect(await guard.exchangeUdp({ address: host, port }, Buffer.from('?'), options)).toBeUndefined();
    silent.close();
  });
});

describe('response times', () => {
  it('measured before and after at a port that answers', async () => {
    await using server = await listen(host);
    await using guard = createGuard({ order: buildOrder({ ports: `${server.port}` }) });
    await guard.measure('before');
    (await guard.connectTcp({ address: host, port: server.port })).destroy();
    await guard.measure('after');
    const { before, during, after } = guard.load().targetLatency;
    expect([before, during, after]).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
    expect(server.arrivals()).toBe(7);
  });
});
