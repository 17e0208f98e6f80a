import { dnsChecks } from '@enkaku/shared/checks/dns/index.ts';
import { excerptStands } from '@enkaku/shared/checks/pointer.ts';
import { compareSeverity, type Severity } from '@enkaku/shared/model/severity.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAuthorities } from '../../scheduler/authorities/find.ts';
import { BedUnavailableError } from './contract.ts';
import { type DnsWorld, startDnsWorld, type WorldZone, zonePlans } from './dns-world.ts';
import { type Looked, lookAtServer, lookAtZone } from './look-at-zone.ts';

let world: DnsWorld | null = null;
let unavailable = '';
const looked = new Map<string, Looked>();

beforeAll(async () => {
  try {
    world = await startDnsWorld();
  } catch (error) {
    if (!(error instanceof BedUnavailableError)) throw error;
    unavailable = error.message;
    return;
  }
  const { resolver } = world;
  const zones = Object.keys(zonePlans);
  await Promise.all(zones.map(async (zone) => looked.set(zone, await lookAtZone(zone, resolver))));
}, 60_000);

afterAll(() => world?.[Symbol.asyncDispose]());

function accused(zone: WorldZone): readonly (readonly [check: string, severity: Severity, text: string])[] {
  return (looked.get(zone)?.judgements ?? []).flatMap(({ check, verdict }) => {
    if (verdict.verdict !== 'vulnerable') return [];
    const usual = dnsChecks[check as keyof typeof dnsChecks].severity;
    return [
      [
        check,
        verdict.severity ?? usual,
        `${check} ${verdict.place ?? ''} ${verdict.detail?.en ?? ''}`,
      ] as const,
    ];
  });
}

const grave = (zone: WorldZone) =>
  accused(zone)
    .filter(([, severity]) => compareSeverity(severity, 'medium') <= 0)
    .map(([, , text]) => text);

describe('zones in order', () => {
  test.each<[WorldZone]>([['good.test'], ['plain.test'], ['rsa.test']])(
    '%s → nothing of medium or higher',
    (zone) => {
      expect(grave(zone)).toEqual([]);
    },
  );

  test('good.test, served by NSD and Knot → every DNSSEC check passes, nothing is left open', ({ skip }) => {
    if (world === null) return skip(unavailable);
    const judgements = looked.get('good.test')?.judgements ?? [];
    const open = judgements.filter(({ verdict }) => verdict.verdict === 'undetermined');
    expect(open.map(({ check, verdict }) => `${check} ${JSON.stringify(verdict)}`)).toEqual([]);
    const safe = judgements.filter(({ verdict }) => verdict.verdict === 'safe').map(({ check }) => check);
    expect(safe).toEqual(
      expect.arrayContaining([
        'dns.dnssec.bogus',
        'dns.dnssec.nsec3-iterations',
        'dns.axfr',
        'dns.tcp.unreachable',
        'dns.edns.version',
      ]),
    );
  });
});

describe('zones with one fault', () => {
  test.for<[WorldZone, string, RegExp]>([
    ['expired.test', 'dns.dnssec.bogus', /expired/],
    ['wrong-ds.test', 'dns.dnssec.bogus', /matches the DS/],
    ['unsigned-key.test', 'dns.dnssec.bogus', /DNSKEY records carry no signature/],
    ['ds-unsigned.test', 'dns.dnssec.ds-unsigned', /./],
    ['iterated.test', 'dns.dnssec.nsec3-iterations', /10 iterations/],
    ['iterated.test', 'dns.dnssec.nsec3-salt', /aabb/],
    ['lame.test', 'dns.lame', /ns-nsd\.lame\.test/],
    ['dead.test', 'dns.udp.unreachable', /ns-dead\.dead\.test/],
    ['dead.test', 'dns.tcp.unreachable', /ns-dead\.dead\.test/],
    ['mismatch.test', 'dns.ns.missing-in-child', /ns-knot\.mismatch\.test/],
    ['mismatch.test', 'dns.ns.parent-child-ns-mismatch', /ns-nsd\.mismatch\.test/],
    ['dangling.test', 'dns.dangling-ns', /ns\.never-registered\.example/],
    ['dangling.test', 'dns.ns.missing-in-child', /ns\.never-registered\.example/],
    ['glue.test', 'dns.ns.glue-mismatch', /ns-bind\.glue\.test/],
  ])('%s → %s', ([zone, check, told], { skip }) => {
    if (world === null) return skip(unavailable);
    expect(accused(zone).map(([, , text]) => text)).toContainEqual(
      expect.stringMatching(new RegExp(`^${check.replaceAll('.', '\\.')} .*${told.source}`)),
    );
  });

  test('every proof → bytes of the evidence', ({ skip }) => {
    if (world === null) return skip(unavailable);
    const proofs = [...looked.values()].flatMap(({ judgements, evidence }) =>
      judgements.flatMap(({ verdict }) =>
        verdict.verdict === 'vulnerable'
          ? verdict.proof.map((proof) => ({
              proof,
              data: evidence.find(({ id }) => id === proof.evidence)?.data,
            }))
          : [],
      ),
    );
    expect(proofs.length).toBeGreaterThan(20);
    expect(proofs.filter(({ proof, data }) => !excerptStands(data, proof))).toEqual([]);
  });

  test('a dead server → the whole look takes hardly more than its ten seconds', ({ skip }) => {
    if (world === null) return skip(unavailable);
    expect(looked.get('dead.test')?.seconds).toBeLessThan(15);
  });
});

describe('the name servers of a domain', () => {
  const find = async (domain: string) => {
    if (world === null) return [];
    const found = await findAuthorities(domain, { resolver: world.resolver, network: 'lab' });
    return found.map(
      ({ role, zone, name, address }) => `${role} ${zone} ${name} ${address.split('.').at(-1)}`,
    );
  };

  test('parent and zone at odds, old glue → everything that anyone may be sent to', async ({ skip }) => {
    if (world === null) return skip(unavailable);
    expect(await find('mismatch.test')).toEqual([
      'parent test ns.root 52',
      'zone mismatch.test ns-bind.mismatch.test 61',
      'zone mismatch.test ns-knot.mismatch.test 63',
      'zone mismatch.test ns-nsd.mismatch.test 62',
    ]);
    expect(await find('glue.test')).toEqual(
      expect.arrayContaining(['zone glue.test ns-bind.glue.test 61', 'zone glue.test ns-bind.glue.test 63']),
    );
  });

  test('a name inside a zone, and a domain that does not exist → none', async ({ skip }) => {
    if (world === null) return skip(unavailable);
    expect([await find('www.plain.test'), await find('nowhere.test')]).toEqual([[], []]);
  });

  test('an order for the Internet → none of the laboratory', async ({ skip }) => {
    if (world === null) return skip(unavailable);
    expect(await findAuthorities('plain.test', { resolver: world.resolver, network: 'internet' })).toEqual(
      [],
    );
  });
});

test('a server of the root zone → no open resolver, and no referral upwards', async ({ skip }) => {
  if (world === null) return skip(unavailable);
  const { judgements } = await lookAtServer(world.root, ['test']);
  const verdictOf = (id: string) => judgements.find(({ check }) => check === id)?.verdict.verdict;
  expect(verdictOf('dns.resolver.open')).toBe('safe');
  expect(verdictOf('dns.upward-referral')).toBe('safe');
});
