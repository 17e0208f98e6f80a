import { dnsChecks } from '@enkaku/shared/checks/dns/index.ts';
import { compareSeverity } from '@enkaku/shared/model/severity.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BedName, type Beds, startBeds } from './bed.ts';
import { type Looked, lookAtServer } from './look-at-zone.ts';

const names = (['bind', 'nsd', 'knot'] as const).flatMap(
  (daemon) => [`weak-${daemon}`, `hardened-${daemon}`] as const,
);
let beds: Beds;
const looked = new Map<BedName, Looked>();

beforeAll(async () => {
  beds = await startBeds(names);
  await Promise.all(
    beds.beds.map(async (bed) => {
      looked.set(`${bed.strength}-${bed.daemon}`, await lookAtServer(bed.address, bed.zones));
    }),
  );
}, 60_000);

afterAll(() => beds[Symbol.asyncDispose]());

function accused(name: BedName) {
  return (looked.get(name)?.judgements ?? []).flatMap(({ check, verdict }) => {
    if (verdict.verdict !== 'vulnerable') return [];
    const severity = verdict.severity ?? dnsChecks[check as keyof typeof dnsChecks].severity;
    return [{ check, severity, confidence: verdict.confidence }];
  });
}

function skipWithout(name: BedName, skip: (reason: string) => void): void {
  const missing = beds.unavailable.find((entry) => entry.name === name);
  if (missing !== undefined) skip(missing.reason);
}

describe('weak name servers', () => {
  test.for<[BedName, string]>([
    ['weak-bind', 'dns.axfr'],
    ['weak-bind', 'dns.version-bind'],
    ['weak-bind', 'dns.hostname-bind'],
    ['weak-bind', 'dns.resolver.open'],
    ['weak-bind', 'dns.resolver.cache-snoop'],
    ['weak-bind', 'dns.any-amplify'],
    ['weak-nsd', 'dns.axfr'],
    ['weak-nsd', 'dns.version-bind'],
    ['weak-nsd', 'dns.id-server'],
    ['weak-knot', 'dns.axfr'],
    ['weak-knot', 'dns.version-bind'],
    ['weak-knot', 'dns.hostname-bind'],
    ['weak-knot', 'dns.nsid'],
  ])('%s → %s, verified', ([name, check], { skip }) => {
    skipWithout(name, skip);
    expect(accused(name)).toContainEqual(expect.objectContaining({ check, confidence: 'verified' }));
  });
});

test.for(names.filter((name) => name.startsWith('hardened')))(
  '%s → no finding of medium or higher',
  (name, { skip }) => {
    skipWithout(name, skip);
    expect(accused(name).filter(({ severity }) => compareSeverity(severity, 'medium') <= 0)).toEqual([]);
    const safe = (looked.get(name)?.judgements ?? []).filter(({ verdict }) => verdict.verdict === 'safe');
    expect(safe.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'dns.axfr',
        'dns.resolver.open',
        'dns.version-bind',
        'dns.edns.version',
        'dns.edns.option',
      ]),
    );
  },
);
