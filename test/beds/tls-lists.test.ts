import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTlsHelloProbe } from '../../scanner/probes/tls-hello/probe.ts';
import { loopbackGuard } from '../../scanner/probes/wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../../scanner/probes/wire/order.fixture.ts';
import type { EvidenceData } from '../../shared/evidence/kinds.ts';
import { nmapLists, type SuiteLists, sslscanLists } from './tls-peers.ts';
import { startTlsWorld, type TlsPlace, type TlsWorld } from './tls-world.ts';

type TlsHello = EvidenceData['tls-hello'];
type Word = 'code' | 'name';

let world: TlsWorld;
const seen = new Map<TlsPlace, Promise<TlsHello>>();

beforeAll(async () => {
  world = await startTlsWorld();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

function look(place: TlsPlace): Promise<TlsHello> {
  const looking = seen.get(place) ?? enumerate(place);
  seen.set(place, looking);
  return looking;
}

async function enumerate({ address, name }: TlsPlace): Promise<TlsHello> {
  const order = orderFor(address, [name]);
  const view = hostView(order, [openPort(443, 'https', { tunnel: 'ssl' })]);
  const probe = createTlsHelloProbe({ answerMs: 10_000, pause: async () => {}, extent: 'always' });
  const endpoint = { host: address, name, port: 443, transport: 'tcp' as const };
  return await probe.gather(endpoint, loopbackGuard(order), view);
}

function listsIn({ ciphers }: TlsHello, word: Word): SuiteLists {
  const lists = Object.entries(ciphers).flatMap(([version, list]) =>
    list.outcome === 'yes'
      ? [[version, new Set(list.value.suites.map((suite) => suite[word]))] as const]
      : [],
  );
  return Object.fromEntries(lists);
}

const servers = ['weak nginx', 'hardened nginx', 'weak java', 'hardened java'] as const;

describe.each(servers)('%s', (server) => {
  const find = (skip: (reason?: string) => never): TlsPlace =>
    world.places.find((place) => `${place.strength} ${place.server}` === server) ??
    skip(world.unavailable.map(({ reason }) => reason).join('; '));

  test.for([
    ['sslscan', sslscanLists, 'code'],
    ['nmap', nmapLists, 'name'],
  ] as const)(
    'takes what %s says that it takes, version by version',
    async ([peer, listsOf, word], { skip }) => {
      const place = find(skip);
      const theirs = await listsOf(place).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return skip(`${peer} is not installed`);
        throw error;
      });
      const ours = listsIn(await look(place), word);
      const comparable = Object.keys(ours).filter((version) => peer !== 'sslscan' || version !== 'SSLv3');
      for (const version of comparable) expect([version, ours[version]]).toEqual([version, theirs[version]]);
      expect(Object.keys(theirs).sort()).toEqual(comparable.sort());
    },
  );
});

test('a modern server is known with its complete list in at most 45 connections', async ({ skip }) => {
  const place =
    world.places.find(({ strength }) => strength === 'hardened') ?? skip('no hardened server here');
  expect((await look(place)).connections).toBeLessThanOrEqual(45);
});
