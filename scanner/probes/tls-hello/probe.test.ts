import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { weakFamilies } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { expect, test } from 'vitest';
import { GuardError } from '../../guard/guard.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback, type TestServer, tcpServer, tlsServer } from '../wire/servers.fixture.ts';
import { smtpServer } from '../wire/smtp-server.fixture.ts';
import { captured } from '../wire/tls/captured.fixture.ts';
import { createTlsHelloProbe, tlsHelloProbe } from './probe.ts';

const order = orderFor(loopback, ['www.city.example']);
const modern = { ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_128_GCM_SHA256' };
const old = {
  minVersion: 'TLSv1' as const,
  ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
  dhparam: 'auto' as const,
};

async function look(server: TestServer, service: 'https' | 'smtp' = 'https', answerMs = 5000) {
  const pauses: number[] = [];
  const probe = createTlsHelloProbe({ answerMs, pause: async (ms) => void pauses.push(ms) });
  const tunnel = service === 'https' ? ('ssl' as const) : null;
  const view = hostView(order, [openPort(server.port, service, { tunnel })]);
  const [place, ...others] = probe.places(view);
  if (place === undefined || others.length > 0) throw new Error('expected one place');
  const guard = loopbackGuard(order);
  const data = kinds['tls-hello'].schema.parse(await probe.gather(place, guard, view));
  expect(guard.connections()).toBe(data.connections);
  return { data, pauses };
}

const outcomes = (answers: Readonly<Record<string, { outcome: string }>>) =>
  Object.fromEntries(Object.entries(answers).map(([key, { outcome }]) => [key, outcome]));
const each = (keys: readonly string[], outcome: string) =>
  Object.fromEntries(keys.map((key) => [key, outcome]));
const versions = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1.0', 'SSLv3'];
const families = weakFamilies;

test('a modern server is seen in 14 connections, without a second look', async () => {
  await using server = await tlsServer(modern);
  const startedAt = performance.now();
  const { data, pauses } = await look(server);
  expect(outcomes(data.versions)).toEqual({ ...each(versions, 'no'), 'TLSv1.3': 'yes', 'TLSv1.2': 'yes' });
  expect(outcomes(data.families)).toEqual(each(families, 'no'));
  expect(data).toMatchObject({ sni: 'www.city.example', via: 'direct', dhe: { outcome: 'no' } });
  expect(data).toMatchObject({ compression: { outcome: 'no' }, secureRenegotiation: { outcome: 'yes' } });
  expect(data.connections).toBe(14);
  expect(pauses).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(1500);
});

test('old versions and weak families are accepted and confirmed on a later connection', async () => {
  await using server = await tlsServer(old);
  const { data, pauses } = await look(server);
  expect(outcomes(data.versions)).toEqual({ ...each(versions, 'yes'), SSLv3: 'no' });
  const { 'TLSv1.0': tls10 } = data.versions;
  if (tls10.outcome !== 'yes') throw new Error('TLS 1.0 was not seen');
  expect(tls10.value.serverHello).toMatch(/^16030[0-3]/);
  expect(tls10.value.confirmedBy).toMatch(/^16030[0-3]/);
  expect(tls10.value.confirmedBy).not.toBe(tls10.value.serverHello);
  expect(outcomes(data.families)).toMatchObject({
    null: 'yes',
    anon: 'yes',
    export: 'no',
    'static-rsa': 'yes',
  });
  expect(data.dhe).toMatchObject({ outcome: 'yes', value: { primeBits: 2048 } });
  expect(pauses).toHaveLength(1);
  expect(pauses[0]).toBeLessThanOrEqual(1000);
});

test('without TLS 1.3 the best version is confirmed too: it proves what the server speaks instead', async () => {
  await using server = await tlsServer({ ...modern, maxVersion: 'TLSv1.2' });
  const { data } = await look(server);
  expect(data.versions['TLSv1.2']).toMatchObject({ value: { confirmedBy: expect.stringMatching(/^16/) } });
});

test('with TLS 1.3 alone no family is asked for: none exists there', async () => {
  await using server = await tlsServer({ minVersion: 'TLSv1.3' });
  const { data } = await look(server);
  expect(outcomes(data.families)).toEqual(each(families, 'no'));
  expect(data.secureRenegotiation).toEqual({ outcome: 'unknown', reason: 'not-attempted' });
  expect(data.connections).toBe(9);
});

test('a server that never answers is left after two timeouts', async () => {
  await using server = await tcpServer(() => {});
  const { data } = await look(server, 'https', 100);
  expect(data.versions['TLSv1.3']).toEqual({ outcome: 'unknown', reason: 'timeout' });
  expect(data.versions['TLSv1.1']).toEqual({ outcome: 'unknown', reason: 'not-attempted' });
  expect(outcomes(data.families)).toEqual(each(families, 'unknown'));
  expect(data.connections).toBe(2);
});

test('a server that sends a byte a moment does not get more time', async () => {
  await using server = await tcpServer((socket) => {
    const drip = setInterval(() => socket.write('\x16'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  const { data } = await look(server, 'https', 200);
  expect(outcomes(data.versions)).toEqual(each(versions, 'unknown'));
});

test.each([
  ['hangs up', 'closed', () => Buffer.alloc(0)],
  ['speaks HTTP', 'garbled', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['sends noise', 'garbled', () => Buffer.from('00ff80'.repeat(100), 'hex')],
  ['only warns', 'closed', () => Buffer.from('15030300020170', 'hex')],
  ['does not know our name', 'blocked', () => Buffer.from('15030300020270', 'hex')],
])('a server that %s is unknown (%s), never safe', async (_, reason, answer) => {
  await using server = await tcpServer((socket) => socket.once('data', () => socket.end(answer())));
  const { data } = await look(server);
  expect(data.versions['TLSv1.0']).toMatchObject({ outcome: 'unknown' });
  expect(data.versions['TLSv1.3']).toEqual({ outcome: 'unknown', reason });
  expect(outcomes(data.families)).toEqual(each(families, 'unknown'));
  expect(data.connections).toBeLessThanOrEqual(4);
});

/** Answers a TLS 1.2 hello with a captured flight; `otherwise` decides about every other connection. */
const tls12Only = (otherwise: 'reset', limit = Number.POSITIVE_INFINITY) => {
  let answered = 0;
  return tcpServer((socket) =>
    socket.once('data', (hello) => {
      const isTls12 =
        hello.readUInt16BE(9) === 0x0303 && !hello.includes(Buffer.from('002b0003020304', 'hex'));
      const isFamily = !hello.includes(Buffer.from('c02b', 'hex'));
      if (!isTls12 || isFamily || answered >= limit) return otherwise && socket.resetAndDestroy();
      answered += 1;
      return socket.end(Buffer.from(captured.tls12Flight, 'hex'));
    }),
  );
};

test('a server that resets what it does not speak is asked to the end, and a reset stays unknown', async () => {
  await using server = await tls12Only('reset');
  const { data } = await look(server);
  expect(data.versions).toMatchObject({
    'TLSv1.3': { reason: 'reset' },
    'TLSv1.2': { outcome: 'yes' },
    'TLSv1.0': { reason: 'reset' },
  });
  expect(data.families['static-rsa']).toEqual({ outcome: 'unknown', reason: 'reset' });
});

test('a firewall that has had enough is noticed: the hello known to work fails too', async () => {
  await using server = await tls12Only('reset', 1);
  const { data } = await look(server);
  expect(data.families['static-rsa']).toEqual({ outcome: 'unknown', reason: 'blocked' });
  expect(data.connections).toBe(6);
});

test('behind STARTTLS the same is seen', async () => {
  await using server = await smtpServer();
  const { data } = await look(server, 'smtp');
  expect(data).toMatchObject({ via: 'smtp-starttls', versions: { 'TLSv1.3': { outcome: 'yes' } } });
  expect(data.versions['TLSv1.0']).toEqual({ outcome: 'no' });
});

test('a mail server without STARTTLS speaks no version, and is left alone', async () => {
  await using server = await smtpServer({ EHLO: '250 mx.city.example' });
  const { data } = await look(server, 'smtp');
  expect(outcomes(data.versions)).toEqual(each(versions, 'no'));
  expect(data.connections).toBeLessThanOrEqual(2);
});

test('a mail server that does not want us is unknown', async () => {
  await using server = await smtpServer({ greeting: '554 no SMTP service for you' });
  const { data } = await look(server, 'smtp');
  expect(data.versions['TLSv1.2']).toEqual({ outcome: 'unknown', reason: 'blocked' });
});

test('a stop of the guard ends the survey, it is no observation', async () => {
  await using server = await tlsServer(modern);
  const view = hostView(order, [openPort(server.port, 'https', { tunnel: 'ssl' })]);
  const guard = loopbackGuard(order, AbortSignal.abort());
  const place = { host: loopback, name: null, port: server.port, transport: 'tcp' as const };
  await expect(tlsHelloProbe.gather(place, guard, view)).rejects.toThrow(GuardError);
});

test('the places are the TLS ports times the names', () => {
  const ports = [
    openPort(443),
    openPort(25, 'smtp'),
    openPort(8000, 'http'),
    openPort(9443, 'http', { tunnel: 'ssl' }),
    openPort(22, 'ssh'),
  ];
  const places = tlsHelloProbe.places(hostView(orderFor(loopback, ['a.example', 'b.example']), ports));
  expect(places.map(({ port, name }) => `${port} ${name}`)).toEqual([
    '443 a.example',
    '443 b.example',
    '25 a.example',
    '25 b.example',
    '9443 a.example',
    '9443 b.example',
  ]);
  expect(tlsHelloProbe.places(hostView(orderFor(loopback), [openPort(443)]))).toEqual([
    { host: loopback, name: null, port: 443, transport: 'tcp' },
  ]);
});
