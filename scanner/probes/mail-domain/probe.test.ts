import { mailDomainSchema } from '@enkaku/shared/evidence/mail-domain/schema.ts';
import { expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import type { Place } from '../../guard/guard.ts';
import { type Answering, type Asked, reply, startFakeDns } from '../dns-answers/fake-server.fixture.ts';
import { orderFor } from '../wire/order.fixture.ts';
import { createMailDomainProbe } from './probe.ts';

const probe = createMailDomainProbe({ udpMs: [100], tcpMs: 1000 });
const domain = 'city.example';
const [mxType, txtType] = [15, 16];

async function gather(resolver: Place | null) {
  const order = orderFor('127.77.3.20', [], {
    target: { kind: 'domain', domain },
    resolver,
    window: { opensAt: '2000-01-01T00:00:00.000Z', closesAt: '2999-01-01T00:00:00.000Z' },
    limits: {
      packetsPerSecond: 5000,
      requestsPerSecond: 5000,
      connectionsPerSecond: 500,
      concurrentConnections: 64,
    },
  });
  const [endpoint] = probe.places({ order, ports: null });
  if (endpoint === undefined) throw new Error('no place');
  await using guard = createGuard({ order });
  return mailDomainSchema.parse(await probe.gather(endpoint, guard, { order, ports: null }));
}

async function gatherFrom(answering: Answering) {
  await using resolver = await startFakeDns(answering);
  const data = await gather(resolver);
  return { data, asked: resolver.asked };
}

const txt = (name: string, ...texts: readonly string[]) => ({
  name,
  type: txtType,
  class: 1,
  ttl: 60,
  data: texts,
});
const nothing = (asked: Asked) => [reply(asked, { ra: 1 })];

/** TXT records by name; everything else is answered with nothing. */
const records =
  (byName: Readonly<Record<string, string>>): Answering =>
  (asked) => {
    const text = asked.type === txtType ? byName[asked.name.toLowerCase()] : undefined;
    return text === undefined
      ? nothing(asked)
      : [reply(asked, { ra: 1 }, { answers: [txt(asked.name, text)] })];
  };

const named = (lookups: Awaited<ReturnType<typeof gather>>['lookups'], part: string) =>
  lookups.filter(({ name }) => name.includes(part)).map(({ type, name }) => `${type} ${name}`);

test('a host → no place', () => {
  expect(probe.places({ order: orderFor('127.77.3.20', ['www.city.example']), ports: null })).toEqual([]);
});

test('SPF with includes → the whole tree is asked, every question once', async () => {
  const { data, asked } = await gatherFrom(
    records({
      [domain]: 'v=spf1 include:one.example include:two.example -all',
      'one.example': 'v=spf1 include:two.example a:host.one.example -all',
      'two.example': 'v=spf1 ip4:192.0.2.1 -all',
    }),
  );
  expect(data.complete).toBe(true);
  expect(named(data.lookups, 'one.example')).toEqual([
    'TXT one.example',
    'A host.one.example',
    'AAAA host.one.example',
  ]);
  const keys = asked.map(({ type, name }) => `${type} ${name}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('includes in a circle → each is asked once, and it ends', async () => {
  const { data } = await gatherFrom(
    records({ [domain]: 'v=spf1 include:a.example', 'a.example': `v=spf1 include:${domain}` }),
  );
  expect(data.complete).toBe(true);
  expect(named(data.lookups, 'a.example')).toEqual(['TXT a.example']);
});

test('includes without end → it stops, and says that it did', async () => {
  const { data } = await gatherFrom((asked) => {
    if (asked.type !== txtType || asked.name.startsWith('_')) return nothing(asked);
    return [reply(asked, { ra: 1 }, { answers: [txt(asked.name, `v=spf1 include:x.${asked.name}`)] })];
  });
  expect(data.complete).toBe(false);
  expect(data.lookups.length).toBeLessThanOrEqual(160);
});

test('an MX of a hundred servers → no more than 160 questions, and it says so', async () => {
  const { data, asked } = await gatherFrom((one) =>
    one.type === mxType
      ? [
          reply(
            one,
            { ra: 1 },
            {
              answers: Array.from({ length: 100 }, (_, index) => ({
                name: one.name,
                type: mxType,
                class: 1,
                ttl: 60,
                priority: 10,
                exchange: `mx${index}.example`,
              })),
            },
          ),
        ]
      : nothing(one),
  );
  expect(data.complete).toBe(false);
  expect(data.lookups).toHaveLength(160);
  expect(asked).toHaveLength(160);
});

test('TXT of nearly 64 KiB over TCP → kept within its limit', async () => {
  const { data } = await gatherFrom((asked) => {
    if (asked.type !== txtType || asked.name !== domain) return nothing(asked);
    if (asked.transport === 'udp') return [reply(asked, { ra: 1, tc: 1 })];
    const long = Array<string>(240).fill('a'.repeat(255));
    return [reply(asked, { ra: 1 }, { answers: [txt(domain, ...long)] })];
  });
  const [own] = data.lookups;
  expect(own).toMatchObject({ name: domain, type: 'TXT', answer: { outcome: 'yes' } });
});

test('an endless chain of CNAMEs in one answer → kept within its limit, and not followed', async () => {
  const { data, asked } = await gatherFrom((one) => {
    if (one.name !== domain || one.type !== txtType) return nothing(one);
    if (one.transport === 'udp') return [reply(one, { ra: 1, tc: 1 })];
    const link = (index: number) => (index === 0 ? domain : `c${index}.example`);
    const answers = Array.from({ length: 1500 }, (_, index) => ({
      name: link(index),
      type: 5,
      class: 1,
      ttl: 60,
      domain: link(index + 1),
    }));
    return [reply(one, { ra: 1 }, { answers })];
  });
  const [own] = data.lookups;
  expect(own?.answer.outcome === 'yes' ? own.answer.value.records.length : 0).toBeLessThanOrEqual(256);
  expect(asked.filter(({ name }) => /^c\d/.test(name))).toEqual([]);
});

test('a silent resolver → all of it unknown', async () => {
  const { data } = await gatherFrom(() => []);
  expect(new Set(data.lookups.map(({ answer }) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ outcome: 'unknown', reason: 'timeout' })]),
  );
}, 20_000);

test('SERVFAIL → the code is kept, which is nobody’s "no"', async () => {
  const { data } = await gatherFrom((asked) => [reply(asked, { ra: 1, rcode: 2 })]);
  expect(data.lookups.every(({ answer }) => answer.outcome === 'yes' && answer.value.rcode === 2)).toBe(true);
});

test('without a resolver → nothing is asked, all of it unknown', async () => {
  const { lookups } = await gather(null);
  expect(new Set(lookups.map(({ answer }) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ outcome: 'unknown', reason: 'not-attempted' })]),
  );
});
