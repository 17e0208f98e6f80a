import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { dnsAnswersSchema } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { buildPorts, openPort } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import { expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { GuardError, type Place } from '../../guard/guard.ts';
import { buildOrder } from '../../guard/order.fixture.ts';
import type { HostView } from '../probe.ts';
import { type Answering, type Asked, reply, startFakeDns } from './fake-server.fixture.ts';
import { createDnsAnswersProbe, dnsAnswersProbe } from './probe.ts';

const hasty = { udpMs: [150, 150], tcpMs: 400 };
const probe = createDnsAnswersProbe({
  server: { own: hasty, recursion: hasty, transferMs: 400, totalMs: 5000 },
  domain: hasty,
  zone: {
    reach: { beginsMs: [0, 160, 320], waitMs: 150 },
    own: hasty,
    recursion: hasty,
    transferMs: 400,
    serialMs: 100,
  },
});
const zone = 'city.example';
const soa = (name: string) => ({
  name,
  type: 6,
  class: 1,
  ttl: 60,
  primary: `ns.${zone}`,
  admin: `root.${zone}`,
  serial: 1,
  refresh: 2,
  retry: 3,
  expiration: 4,
  minimum: 5,
});
const host = { name: `www.${zone}`, type: 1, class: 1, ttl: 60, address: '192.0.2.1' };

function hostView(order: HostView['order'], ports: HostView['ports'] = null): HostView {
  return { order, ports };
}

function orderFor({ address, port }: Place, zones: string[] = []) {
  return buildOrder({
    target: { kind: 'host', address, names: [], zones },
    udpPorts: [port],
    ports: `${port}`,
  });
}

async function gather(server: Place, zones: string[] = []) {
  const order = orderFor(server, zones);
  const ports = buildPorts({ ports: [openPort(server.port, { name: 'domain' })] }).data;
  const endpoint = { host: server.address, name: null, port: server.port, transport: 'udp' as const };
  await using guard = createGuard({ order });
  const data = await probe.gather(endpoint, guard, hostView(order, ports));
  dnsAnswersSchema.parse(data);
  return data.questions;
}

async function questionsTo(answering: Answering, zones: string[] = []) {
  await using server = await startFakeDns(answering);
  return { questions: await gather(server, zones), asked: server.asked };
}

const purposes = (questions: readonly { purpose: string }[]) => questions.map(({ purpose }) => purpose);
const refuse: Answering = (asked) => [reply(asked, { rcode: 5 })];

/** Responsible for the zone; gives it away over TCP if `open`. */
const authoritative =
  (open: boolean): Answering =>
  (asked) => {
    if (asked.name.toLowerCase() !== zone) return refuse(asked);
    if (asked.type === 252) {
      return open ? [reply(asked, { aa: 1 }, { answers: [soa(zone), host, soa(zone)] })] : refuse(asked);
    }
    return [reply(asked, { aa: 1 }, { answers: [soa(zone)] })];
  };

test('a server that refuses strangers → every question has its answer, no transfer is asked', async () => {
  const { questions } = await questionsTo(refuse, [zone]);
  expect(purposes(questions)).toEqual([
    'version-bind',
    'recursion',
    'soa',
    'recursion-control',
    'hostname-bind',
    'id-server',
    'cache-snoop',
    'root-referral',
  ]);
  expect(questions.every(({ answer }) => answer.outcome === 'yes' && answer.value.rcode === 5)).toBe(true);
});

test('recursion → two different names that nobody owns, under two top-level domains', async () => {
  const { asked } = await questionsTo(refuse);
  const names = asked.filter(({ type }) => type === 1).map(({ name }) => name);
  expect(names[0]).toMatch(/^enkaku-[0-9a-f]{16}\.enkaku-control\.example$/);
  expect(names[1]).toMatch(/^enkaku-[0-9a-f]{16}\.example\.com$/);
});

test('a resolver for everyone → RA, no AA, and the SOA of a zone that it does not have', async () => {
  const { questions } = await questionsTo((asked) => [
    reply(asked, { ra: 1, rcode: 3 }, { authorities: [soa('')] }),
  ]);
  const recursion = questions.find(({ purpose }) => purpose === 'recursion');
  expect(recursion?.answer).toMatchObject({
    outcome: 'yes',
    value: { rcode: 3, flags: { ra: true, aa: false }, authority: [{ name: '.', type: 'SOA' }] },
  });
});

test('a box that hands questions on under our address → the answer of somebody else is kept, with its source', async () => {
  await using relay = await startFakeDns((asked) => (asked.type === 1 ? [] : refuse(asked)));
  const other = createSocket('udp4').bind(0, '127.77.3.11');
  await once(other, 'listening');
  relay.overheard((asked, peer) => {
    if (asked.type !== 1) return;
    other.send(reply(asked, { ra: 1, rcode: 3 }, { authorities: [soa('')] }), peer.port, peer.address);
  });
  const questions = await gather(relay);
  other.close();
  const answered = questions.filter(({ purpose }) => purpose.startsWith('recursion'));
  expect(answered.map(({ answeredFrom }) => answeredFrom?.replace(/#.*/, ''))).toEqual([
    '127.77.3.11',
    '127.77.3.11',
  ]);
});

test('a zone that is open for transfer → the records, over TCP, and the size of one ANY answer', async () => {
  const { questions } = await questionsTo(authoritative(true), [zone, 'other.example']);
  const axfr = questions.filter(({ purpose }) => purpose === 'axfr');
  expect(axfr).toMatchObject([
    { name: zone, transport: 'tcp', answer: { value: { answers: [{}, { data: '192.0.2.1' }, {}] } } },
  ]);
  const any = questions.find(({ purpose }) => purpose === 'any-size');
  expect(any?.answer).toMatchObject({ value: { requestBytes: 41, flags: { aa: true } } });
});

test('TCP is not in the order → a transfer is left out and says so', async () => {
  await using server = await startFakeDns(authoritative(true));
  const order = { ...orderFor(server, [zone]), ports: '80' };
  const endpoint = { host: server.address, name: null, port: server.port, transport: 'udp' as const };
  await using guard = createGuard({ order });
  const { questions } = await probe.gather(endpoint, guard, hostView(order));
  const axfr = questions.find(({ purpose }) => purpose === 'axfr');
  expect(axfr?.answer).toEqual({ outcome: 'unknown', reason: 'not-attempted' });
  expect(server.asked.every(({ transport }) => transport === 'udp')).toBe(true);
});

test('a zone that is closed for transfer → the REFUSED is kept', async () => {
  const { questions } = await questionsTo(authoritative(false), [zone]);
  const axfr = questions.find(({ purpose }) => purpose === 'axfr');
  expect(axfr?.answer).toMatchObject({ outcome: 'yes', value: { rcode: 5, answers: [] } });
});

test('a transfer that drips for ever → unknown at the deadline', async () => {
  const { questions } = await questionsTo(
    (asked) => (asked.type === 252 ? [] : authoritative(true)(asked)),
    [zone],
  );
  const axfr = questions.find(({ purpose }) => purpose === 'axfr');
  expect(axfr?.answer).toEqual({ outcome: 'unknown', reason: 'timeout' });
});

test('a truncated answer → asked again over TCP', async () => {
  const { questions, asked } = await questionsTo((one) =>
    one.transport === 'udp' ? [reply(one, { tc: 1 })] : refuse(one),
  );
  expect(questions[0]).toMatchObject({ transport: 'tcp', answer: { value: { rcode: 5 } } });
  expect(asked.slice(0, 2).map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
});

test('FORMERR to EDNS → asked again without', async () => {
  const { questions } = await questionsTo((asked) =>
    asked.query.readUInt16BE(10) === 1 ? [reply(asked, { rcode: 1 })] : refuse(asked),
  );
  expect(questions[1]).toMatchObject({ purpose: 'recursion', answer: { value: { rcode: 5 } } });
});

test('a forged answer of another id before the true one → the true one', async () => {
  const { questions } = await questionsTo((asked) => {
    const forged = reply(asked, { rcode: 0, ra: 1 });
    forged.writeUInt16BE(forged.readUInt16BE(0) ^ 1);
    return [forged, ...refuse(asked)];
  });
  expect(questions[0]?.answer).toMatchObject({ value: { rcode: 5 } });
});

test('silence → unknown, and after three questions no more is sent', async () => {
  const { questions, asked } = await questionsTo(() => [], [zone, 'b.example', 'c.example']);
  expect(questions.map(({ answer }) => answer.outcome === 'unknown' && answer.reason)).toEqual([
    ...Array(3).fill('timeout'),
    ...Array(7).fill('not-attempted'),
  ]);
  expect(new Set(asked.map(({ name }) => name)).size).toBe(3);
});

test('bytes that are no DNS behind a matching header → unknown, garbled', async () => {
  const broken = (asked: Asked) => {
    const message = reply(asked, {});
    message.writeUInt16BE(9, 6);
    return [message];
  };
  const { questions } = await questionsTo(broken);
  expect(questions[0]?.answer).toEqual({ outcome: 'unknown', reason: 'garbled' });
});

test('nobody listens → no, said by the host itself', async () => {
  let place: Place = { address: '127.77.3.10', port: 1 };
  {
    await using server = await startFakeDns(refuse);
    place = { address: server.address, port: server.port };
  }
  const questions = await gather(place);
  expect(questions[0]?.answer).toEqual({ outcome: 'no' });
});

test('a stop in the middle → GuardError, no half evidence', async () => {
  await using server = await startFakeDns(refuse);
  const order = orderFor(server);
  await using guard = createGuard({ order });
  guard.stop('stopped');
  const endpoint = { host: server.address, name: null, port: server.port, transport: 'udp' as const };
  await expect(probe.gather(endpoint, guard, hostView(order))).rejects.toThrow(GuardError);
});

const domainOrder = (resolver: Place | null) =>
  buildOrder({ target: { kind: 'domain', domain: 'www.city.example' }, resolver });

async function aboutDomain(resolver: Place | null) {
  const order = domainOrder(resolver);
  const endpoint = { host: 'www.city.example', name: null, port: null, transport: 'udp' as const };
  await using guard = createGuard({ order });
  const data = await probe.gather(endpoint, guard, hostView(order));
  dnsAnswersSchema.parse(data);
  return data.questions;
}

test('a domain without a resolver → nothing is asked, all of it unknown', async () => {
  const questions = await aboutDomain(null);
  expect(new Set(questions.map(({ answer }) => JSON.stringify(answer)))).toEqual(
    new Set(['{"outcome":"unknown","reason":"not-attempted"}']),
  );
  expect(purposes(questions)).toEqual(
    expect.arrayContaining(['soa', 'ns', 'mx', 'spf', 'dmarc', 'caa', 'tlsrpt', 'mta-sts', 'dnskey', 'ds']),
  );
});

test('CAA at the parent → found by climbing, and no further', async () => {
  const caa = { name: zone, type: 257, class: 1, ttl: 60, flags: 0, tag: 'issue', value: ';' };
  await using resolver = await startFakeDns((asked) => [
    reply(asked, { ra: 1 }, { answers: asked.type === 257 && asked.name === zone ? [caa] : [] }),
  ]);
  const questions = await aboutDomain(resolver);
  expect(questions.filter(({ purpose }) => purpose === 'caa').map(({ name }) => name)).toEqual([
    'www.city.example',
    zone,
  ]);
});

test('the CAA question has no answer → no climbing past it', async () => {
  await using resolver = await startFakeDns((asked) => (asked.type === 257 ? [] : [reply(asked, { ra: 1 })]));
  const questions = await aboutDomain(resolver);
  expect(questions.filter(({ purpose }) => purpose === 'caa')).toHaveLength(1);
});

test.each([
  ['neither UDP 53 in the order nor TCP 53 open', [], [openPort(80, {})], []],
  ['port 53 is closed', [], [openPort(53, null, { state: 'closed' })], []],
  ['UDP 53 in the order', [53], [], [{ port: 53, transport: 'udp' }]],
  ['TCP 53 open', [], [openPort(53, null)], [{ port: 53, transport: 'tcp' }]],
  ['a DNS server on another port', [], [openPort(5300, { name: 'domain' })], [{ port: 5300 }]],
])('%s → its places', (_, udpPorts, ports, expected) => {
  const view = hostView(buildOrder({ udpPorts }), buildPorts({ ports }).data);
  expect(dnsAnswersProbe.places(view)).toMatchObject(expected);
  expect(dnsAnswersProbe.places(view)).toHaveLength(expected.length);
});
