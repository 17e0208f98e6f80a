import { blockLists } from '@enkaku/shared/evidence/host-dns/block-lists.ts';
import { hostDnsSchema } from '@enkaku/shared/evidence/host-dns/schema.ts';
import { expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import type { Place } from '../../guard/guard.ts';
import { type Asked, reply, startFakeDns } from '../dns-answers/fake-server.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { createHostDnsProbe } from './probe.ts';

const probe = createHostDnsProbe({ udpMs: [150, 150], tcpMs: 400 });
const address = '127.77.3.20';

async function gather(resolver: Place | null, names: readonly string[] = ['www.city.example']) {
  const window = { opensAt: '2000-01-01T00:00:00.000Z', closesAt: '2999-01-01T00:00:00.000Z' };
  const order = orderFor(address, names, { resolver, window });
  const view = hostView(order, [openPort(443, 'https'), openPort(80, 'http')]);
  const [endpoint] = probe.places(view);
  if (endpoint === undefined) throw new Error('no place');
  await using guard = createGuard({ order });
  return hostDnsSchema.parse(await probe.gather(endpoint, guard, view)).questions;
}

const shown = (questions: Awaited<ReturnType<typeof gather>>) =>
  questions.map(({ purpose, name, type }) => `${purpose} ${name} ${type}`);

test('a host with a name → PTR, addresses, TLSA of its TLS ports, and where the PTR leads', async () => {
  const pointer = {
    name: '20.3.77.127.in-addr.arpa',
    type: 12,
    class: 1,
    ttl: 60,
    domain: 'Host.city.example',
  };
  await using resolver = await startFakeDns((asked: Asked) => [
    reply(asked, { ra: 1 }, { answers: asked.type === 12 ? [pointer] : [] }),
  ]);
  expect(shown(await gather(resolver))).toEqual([
    'ptr 20.3.77.127.in-addr.arpa PTR',
    'name-address www.city.example A',
    'name-address www.city.example AAAA',
    'tlsa _443._tcp.www.city.example TLSA',
    'ptr-address host.city.example A',
    'ptr-address host.city.example AAAA',
  ]);
});

test('without a resolver → nothing is asked, all of it unknown', async () => {
  const questions = await gather(null);
  expect(questions.map(({ answer }) => answer)).toEqual(
    Array(4).fill({ outcome: 'unknown', reason: 'not-attempted' }),
  );
});

test('a PTR that is no host name → not followed', async () => {
  const pointer = { name: '20.3.77.127.in-addr.arpa', type: 12, class: 1, ttl: 60, domain: 'a b;rm.example' };
  await using resolver = await startFakeDns((asked: Asked) => [
    reply(asked, { ra: 1 }, { answers: asked.type === 12 ? [pointer] : [] }),
  ]);
  expect(shown(await gather(resolver, []))).toEqual(['ptr 20.3.77.127.in-addr.arpa PTR']);
});

test('a domain → no place', () => {
  const order = orderFor(address, [], { target: { kind: 'domain', domain: 'city.example' } });
  expect(probe.places({ order, ports: null })).toEqual([]);
});

test.each([
  [
    'with consent, of a mail server on the Internet',
    '203.0.114.5',
    25,
    ['reputation'],
    3 * blockLists.length,
  ],
  ['without consent', '203.0.114.5', 25, [], 0],
  ['no mail server', '203.0.114.5', 443, ['reputation'], 0],
  ['an address of a private network', '10.0.0.5', 25, ['reputation'], 0],
] as const)('lists of spam senders: %s', async (_, host, port, optIns, expected) => {
  const order = orderFor(host, [], { optIns: [...optIns] });
  const view = hostView(order, [openPort(port)]);
  const [endpoint] = probe.places(view);
  if (endpoint === undefined) throw new Error('no place');
  await using guard = createGuard({ order });
  const { questions } = await probe.gather(endpoint, guard, view);
  const asked = questions.filter(({ purpose }) => purpose === 'reputation').map(({ name }) => name);
  expect(asked).toHaveLength(expected);
  if (expected > 0) expect(asked.slice(0, 1)).toEqual([`5.114.0.203.${blockLists[0]}`]);
});
