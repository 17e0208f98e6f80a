import type { TlsOptions } from 'node:tls';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { no, yes } from '@enkaku/shared/model/observed.ts';
import { expect, test } from 'vitest';
import { type IssuedCertificate, issue, rsaKeys } from '../wire/certificate.fixture.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback, type TestServer, tcpServer, tlsServer } from '../wire/servers.fixture.ts';
import { smtpServer } from '../wire/smtp-server.fixture.ts';
import { captured } from '../wire/tls/captured.fixture.ts';
import { flight } from '../wire/tls/fake-flight.fixture.ts';
import { certificateProbe } from './probe.ts';

const root = issue({ subject: 'City Root', isCa: true, keys: rsaKeys() });
const ca = issue({ subject: 'City CA', isCa: true, keys: rsaKeys(), issuer: root });
const leaf = issue({ subject: 'www.city.example', dnsNames: ['www.city.example'], issuer: ca });
const stranger = issue({ subject: 'Stranger', isCa: true });

const chainOf = (...certificates: readonly IssuedCertificate[]): TlsOptions => ({
  cert: certificates.map(({ cert }) => cert).join(''),
  key: leaf.key,
});

async function look(
  server: TestServer,
  anchors: readonly string[] = [],
  service: 'https' | 'smtp' = 'https',
) {
  const order = orderFor(loopback, ['www.city.example'], { trustAnchors: [...anchors] });
  const tunnel = service === 'https' ? ('ssl' as const) : null;
  const view = hostView(order, [openPort(server.port, service, { tunnel })]);
  const [place] = certificateProbe.places(view);
  if (place === undefined) throw new Error('no place');
  const data = await certificateProbe.gather(place, loopbackGuard(order), view);
  return kinds.certificate.schema.parse(data);
}

async function present(options: TlsOptions, anchors: readonly string[] = [root.cert]) {
  await using server = await tlsServer(options);
  const { presented } = await look(server, anchors);
  if (presented.outcome !== 'yes') throw new Error(`no certificate: ${JSON.stringify(presented)}`);
  return presented.value;
}

const subjects = ({ chain }: { chain: readonly { subject: string }[] }) =>
  chain.map(({ subject }) => subject.slice(3));

test('a chain to an anchor of the order is trusted', async () => {
  const seen = await present(chainOf(leaf, ca));
  expect(seen).toMatchObject({
    trust: 'trusted',
    trustError: null,
    anchor: 'order',
    protocol: 'TLSv1.3',
    ocspStapled: false,
  });
  expect(subjects(seen)).toEqual(['www.city.example', 'City CA']);
});

test('what was sent is told as it was sent: out of order, with a root and a stranger', async () => {
  const seen = await present(chainOf(leaf, stranger, root, ca));
  expect(subjects(seen)).toEqual(['www.city.example', 'Stranger', 'City Root', 'City CA']);
  expect(seen.listed).toBe('as-sent');
  expect(seen.trust).toBe('trusted');
});

test('a server of TLS 1.3 alone shows its chain without the root of our own store', async () => {
  const seen = await present({ ...chainOf(leaf, ca), minVersion: 'TLSv1.3' });
  expect(seen.listed).toBe('sorted');
  expect(subjects(seen)).toEqual(['www.city.example', 'City CA']);
});

test('a missing intermediate is incomplete, although the root is known', async () => {
  expect(await present(chainOf(leaf))).toMatchObject({
    trust: 'incomplete',
    trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  });
});

test('a root that only the server knows is untrusted', async () => {
  expect((await present(chainOf(leaf, ca, root), [])).trust).toBe('untrusted-root');
});

test('a self-signed leaf is told as such', async () => {
  const seen = await present({}, []);
  expect(seen).toMatchObject({ trust: 'self-signed', trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});

test('an expired leaf of a known root is expired', async () => {
  const old = issue({ subject: 'old', issuer: ca, notAfter: '20210101000000Z' });
  expect(await present(chainOf(old, ca))).toMatchObject({ trust: 'expired', trustError: 'CERT_HAS_EXPIRED' });
});

test('a server that speaks TLS 1.0 alone is read', async () => {
  const options = { ...chainOf(leaf, ca), minVersion: 'TLSv1' as const, maxVersion: 'TLSv1' as const };
  const seen = await present({ ...options, ciphers: 'ALL:@SECLEVEL=0' });
  expect(seen).toMatchObject({ protocol: 'TLSv1', trust: 'trusted' });
});

test('a weak key and a SHA-1 signature are seen, not refused', async () => {
  const weak = issue({ subject: 'weak', keys: rsaKeys(512 * 2), hash: 'sha1' });
  const seen = await present({ cert: weak.cert, key: weak.key, ciphers: 'ALL:@SECLEVEL=0' }, []);
  expect(seen.chain[0]).toMatchObject({ signatureHash: 'sha1', key: { bits: 1024 } });
});

test('a server that only our own hello understands is read from its Certificate message', async () => {
  await using server = await tcpServer((socket) =>
    socket.on('data', () => socket.write(Buffer.from(captured.tls12Flight, 'hex'))),
  );
  const { presented } = await look(server);
  expect(presented).toMatchObject({
    outcome: 'yes',
    value: { protocol: 'TLSv1.2', cipher: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', trust: 'self-signed' },
  });
});

test('timestamps beside the certificate are counted', async () => {
  const one = Buffer.concat([Buffer.from('0004', 'hex'), Buffer.alloc(4, 7)]);
  const list = Buffer.concat([Buffer.from('000c', 'hex'), one, one]);
  const answer = flight({ extensions: [[18, list]], certificate: leaf.der });
  await using server = await tcpServer((socket) => socket.on('data', () => socket.write(answer)));
  expect((await look(server)).presented).toMatchObject({ value: { tlsTimestamps: yes({ count: 2 }) } });
});

test.each([
  ['none are sent', []],
  ['the list is empty', [[18, Buffer.from('0000', 'hex')]]],
  ['the list is cut short', [[18, Buffer.from('00', 'hex')]]],
] as const)('no timestamps where %s', async (_, extensions) => {
  const answer = flight({ extensions, certificate: leaf.der });
  await using server = await tcpServer((socket) => socket.on('data', () => socket.write(answer)));
  expect((await look(server)).presented).toMatchObject({ value: { tlsTimestamps: no } });
});

test('a server without any certificate says no', async () => {
  await using server = await tlsServer({ ciphers: 'aNULL:@SECLEVEL=0', maxVersion: 'TLSv1.2' });
  expect((await look(server)).presented).toEqual({ outcome: 'no' });
});

test('the certificate behind STARTTLS is read', async () => {
  await using server = await smtpServer();
  const { via, presented } = await look(server, [], 'smtp');
  expect(via).toBe('smtp-starttls');
  expect(presented).toMatchObject({ outcome: 'yes', value: { chain: [{ subject: 'CN=mx.city.example' }] } });
});

test('a mail server without STARTTLS has no certificate to show', async () => {
  await using server = await smtpServer({ EHLO: '250 mx.city.example' });
  expect((await look(server, [], 'smtp')).presented).toEqual({ outcome: 'no' });
});

test.each([
  ['hangs up', Buffer.alloc(0)],
  ['speaks HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  [
    'sends a Certificate message of lies',
    Buffer.from('1603030004020000001603030007' + '0b000003ffffff', 'hex'),
  ],
])('a server that %s is unknown', async (_, answer) => {
  await using server = await tcpServer((socket) => socket.once('data', () => socket.end(answer)));
  expect((await look(server)).presented.outcome).toBe('unknown');
});
