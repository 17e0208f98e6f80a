import { type DnsQuestion, dnsAnswersSchema } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import type { Authority } from '@enkaku/shared/protocol/order.ts';
import { expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import type { Place } from '../../guard/guard.ts';
import { buildOrder } from '../../guard/order.fixture.ts';
import { type Answering, type Asked, reply, startFakeDns } from './fake-server.fixture.ts';
import { createDnsAnswersProbe } from './probe.ts';

const hasty = { udpMs: [150, 150], tcpMs: 400 };
const probe = createDnsAnswersProbe({
  server: { own: hasty, recursion: hasty, transferMs: 400, totalMs: 5000 },
  domain: hasty,
  zone: {
    reach: { beginsMs: [0, 160, 320], waitMs: 150 },
    own: hasty,
    recursion: hasty,
    transferMs: 400,
    serialMs: 50,
  },
});
const zone = 'city.example';
const [first, second, parent] = ['127.77.3.31', '127.77.3.32', '127.77.3.33'] as const;

const soa = (serial = 1) => ({
  name: zone,
  type: 6,
  class: 1,
  ttl: 60,
  primary: `ns1.${zone}`,
  admin: `root.${zone}`,
  serial,
  refresh: 2,
  retry: 3,
  expiration: 4,
  minimum: 5,
});
const ns = (host: string) => ({ name: zone, type: 2, class: 1, ttl: 60, ns: host });
const a = (name: string, address: string) => ({ name, type: 1, class: 1, ttl: 60, address });

/** Serves the zone well; a test changes one answer. */
const serving =
  (change: (asked: Asked) => readonly Buffer[] | undefined = () => undefined): Answering =>
  (asked) => {
    const changed = change(asked);
    if (changed !== undefined) return changed;
    const name = asked.name.toLowerCase();
    if (name !== zone && !name.endsWith(`.${zone}`)) return [reply(asked, { rcode: 5 })];
    if (asked.type === 6) return [reply(asked, { aa: 1 }, { answers: [soa()] })];
    if (asked.type === 2)
      return [reply(asked, { aa: 1 }, { answers: [ns(`ns1.${zone}`), ns(`ns2.${zone}`)] })];
    if (asked.type === 1) return [reply(asked, { aa: 1 }, { answers: [a(asked.name, '127.77.3.80')] })];
    if (asked.type === 251 || asked.type === 252) return [reply(asked, { rcode: 5 })];
    return [reply(asked, { aa: 1 }, { authorities: [soa()] })];
  };

const authority = (place: Place, role: Authority['role'], name: string): Authority => ({
  zone: role === 'zone' ? zone : 'example',
  role,
  name,
  ...place,
});

async function look(authorities: readonly Authority[]) {
  const order = buildOrder({ target: { kind: 'domain', domain: zone }, authorities: [...authorities] });
  const [, endpoint] = probe.places({ order, ports: null });
  if (endpoint === undefined) throw new Error('no place');
  await using guard = createGuard({ order });
  const data = await probe.gather(endpoint, guard, { order, ports: null });
  dnsAnswersSchema.parse(data);
  return data;
}

const purposes = (questions: readonly DnsQuestion[], purpose: DnsQuestion['purpose']) =>
  questions.filter((question) => question.purpose === purpose);

test('two servers in order → each is asked for itself, the servers are listed, no forged name is followed', async () => {
  await using one = await startFakeDns(serving(), first);
  await using two = await startFakeDns(serving(), second);
  const data = await look([authority(one, 'zone', `ns1.${zone}`), authority(two, 'zone', `ns2.${zone}`)]);
  expect(data.servers.map(({ name }) => name)).toEqual([`ns1.${zone}`, `ns2.${zone}`]);
  expect(purposes(data.questions, 'soa').map(({ server }) => server)).toEqual([
    `${first}#${one.port}`,
    `${second}#${two.port}`,
  ]);
  expect(purposes(data.questions, 'server-address')).toHaveLength(8);
  expect(data.questions.every(({ answer }) => answer.outcome === 'yes')).toBe(true);
});

test('a referral whose glue names a third host → nothing is sent there', async () => {
  await using third = await startFakeDns(serving(), '127.77.3.34');
  await using top = await startFakeDns(
    (asked) => [
      reply(asked, {}, { authorities: [ns(`ns9.${zone}`)], answers: [a(`ns9.${zone}`, '127.77.3.34')] }),
    ],
    parent,
  );
  await using one = await startFakeDns(
    serving((asked) =>
      asked.type === 2 ? [reply(asked, { aa: 1 }, { answers: [ns('ns9.elsewhere.example')] })] : undefined,
    ),
    first,
  );
  const data = await look([authority(top, 'parent', 'a.nic.example'), authority(one, 'zone', `ns1.${zone}`)]);
  expect(purposes(data.questions, 'referral')[0]?.answer).toMatchObject({ outcome: 'yes' });
  expect(third.asked).toEqual([]);
});

test('a server that never answers → three tries a transport, and nothing more is asked of it', async () => {
  await using dead = await startFakeDns(() => [], first);
  await using good = await startFakeDns(serving(), second);
  const { questions } = await look([
    authority(dead, 'zone', `ns1.${zone}`),
    authority(good, 'zone', `ns2.${zone}`),
  ]);
  const silent = questions.filter(({ server }) => server === `${first}#${dead.port}`);
  expect(silent.map(({ purpose, transport }) => `${purpose} ${transport}`).sort()).toEqual([
    'reach tcp',
    'reach tcp',
    'reach tcp',
    'reach udp',
    'reach udp',
    'reach-any-source udp',
  ]);
  expect(dead.asked).toHaveLength(6);
});

test.each<[string, (asked: Asked) => readonly Buffer[]]>([
  ['another id', (asked) => [flip(reply(asked, { aa: 1 }, { answers: [soa()] }), 0)]],
  ['a query instead of an answer', (asked) => [asked.query]],
  ['another question', (asked) => [flip(reply(asked, { aa: 1 }, { answers: [soa()] }), 14)]],
  ['bytes that are no DNS', () => [Buffer.from('00'.repeat(40), 'hex')]],
])('%s from both servers → not believed, all of it unknown', async (_, forge) => {
  await using one = await startFakeDns(forge, first);
  const { questions } = await look([authority(one, 'zone', `ns1.${zone}`)]);
  expect(new Set(questions.map(({ answer }) => answer.outcome))).toEqual(new Set(['unknown']));
});

test('UDP silent, TCP good → the rest is asked over TCP', async () => {
  await using one = await startFakeDns(
    serving((asked) => (asked.transport === 'udp' ? [] : undefined)),
    first,
  );
  const { questions } = await look([authority(one, 'zone', `ns1.${zone}`)]);
  expect(purposes(questions, 'soa')[0]).toMatchObject({ transport: 'tcp', answer: { outcome: 'yes' } });
  expect(purposes(questions, 'any-size')).toEqual([]);
});

test('serials that differ → asked once more after a while', async () => {
  await using one = await startFakeDns(serving(), first);
  await using two = await startFakeDns(
    serving((asked) => (asked.type === 6 ? [reply(asked, { aa: 1 }, { answers: [soa(2)] })] : undefined)),
    second,
  );
  const { questions } = await look([authority(one, 'zone', 'ns1'), authority(two, 'zone', 'ns2')]);
  expect(purposes(questions, 'soa')).toHaveLength(4);
});

test('a CNAME to itself, names with NUL and 64 KiB of TXT → kept within limits, no more questions for them', async () => {
  const text = Array.from({ length: 200 }, () => '\0'.repeat(250));
  await using one = await startFakeDns(
    serving((asked) => {
      if (asked.type === 16)
        return [
          reply(asked, { aa: 1 }, { answers: [{ name: zone, type: 16, class: 1, ttl: 1, data: text }] }),
        ];
      if (asked.type === 2)
        return [reply(asked, { aa: 1 }, { answers: [ns(`a b.${zone}`), ns('\0.example')] })];
      if (asked.type === 1)
        return [
          reply(asked, { aa: 1 }, { answers: [{ name: zone, type: 5, class: 1, ttl: 1, domain: zone }] }),
        ];
      return undefined;
    }),
    first,
  );
  const { questions } = await look([authority(one, 'zone', `ns1.${zone}`)]);
  expect(purposes(questions, 'server-address')).toEqual([]);
  expect(JSON.stringify(questions).length).toBeLessThan(400_000);
});

test('no servers known → only what the resolver would say, which is not asked without one', async () => {
  expect(await look([])).toEqual({ questions: [], servers: [], signatures: [], digests: [] });
});

/** One bit of a message changed. */
function flip(message: Buffer, at: number): Buffer {
  message[at] = (message[at] ?? 0) ^ 1;
  return message;
}
