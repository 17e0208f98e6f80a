import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTlsHelloProbe } from '../../scanner/probes/tls-hello/probe.ts';
import { loopbackGuard } from '../../scanner/probes/wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../../scanner/probes/wire/order.fixture.ts';
import type { EvidenceData } from '../../shared/evidence/kinds.ts';
import {
  nmapLists,
  runNmap,
  runSslscan,
  type SuiteLists,
  sslscanLists,
  whereInstalled,
} from './tls-peers.ts';
import { startTlsWorld, type TlsPlace, type TlsWorld } from './tls-world.ts';

type TlsHello = EvidenceData['tls-hello'];

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

function listsIn({ ciphers }: TlsHello): SuiteLists {
  const lists = Object.entries(ciphers).flatMap(([version, list]) =>
    list.outcome === 'yes' ? [[version, new Set(list.value.suites.map(({ name }) => name))] as const] : [],
  );
  return Object.fromEntries(lists);
}

const servers = ['weak nginx', 'hardened nginx', 'weak java', 'hardened java'] as const;

describe.each(servers)('%s', (server) => {
  const find = (skip: (reason?: string) => never): TlsPlace =>
    world.places.find((place) => `${place.strength} ${place.server}` === server) ??
    skip(world.unavailable.map(({ reason }) => reason).join('; '));

  test.for([
    ['sslscan', runSslscan, sslscanLists],
    ['nmap', runNmap, nmapLists],
  ] as const)(
    'takes what %s says that it takes, version by version',
    async ([peer, run, listsOf], { skip }) => {
      const place = find(skip);
      const said = (await whereInstalled(run(place))) ?? skip(`${peer} is not installed`);
      const { SSLv3, ...newer } = listsIn(await look(place));

      const ours = peer === 'sslscan' || SSLv3 === undefined ? newer : { SSLv3, ...newer };
      expect(ours).toEqual(listsOf(said));
    },
  );
});

test('a modern server is known with its complete list in at most 45 connections', async ({ skip }) => {
  const place =
    world.places.find(({ strength }) => strength === 'hardened') ?? skip('no hardened server here');
  expect((await look(place)).connections).toBeLessThanOrEqual(45);
});
