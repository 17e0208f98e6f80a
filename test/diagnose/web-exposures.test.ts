import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { excerptStands } from '@enkaku/shared/checks/pointer.ts';
import { openStore } from '@enkaku/shared/db/open.ts';
import { type Evidence, parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import { retireJson } from '@enkaku/shared/knowledge/retire/retire.fixture.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFeeds } from '../../scheduler/knowledge/import.ts';
import { type BedName, type Beds, startBeds } from '../beds/bed.ts';
import { reportOf, runDiagnose } from './run-diagnose.ts';

const names: readonly BedName[] = [
  'weak-apache',
  'hardened-apache',
  'weak-lighttpd',
  'hardened-lighttpd',
  'weak-haproxy',
  'hardened-haproxy',
];

let beds: Beds;
let directory: string;
let weak: Report;
let hardened: Report;
let evidence: ReadonlyMap<string, Evidence>;

beforeAll(async () => {
  beds = await startBeds(names);
  directory = await mkdtemp(path.join(tmpdir(), 'enkaku-diagnose-'));
  if (beds.unavailable.length > 0) return;
  const ca = path.join(directory, 'ca.pem');
  await writeFile(ca, beds.ca.rootPem);
  const databaseUrl = `sqlite:${path.join(directory, 'feeds.sqlite')}`;
  await importRetire(databaseUrl);
  const out = path.join(directory, 'weak');
  const common = [
    '--lab',
    '--json',
    '--ca',
    ca,
    '--resolver',
    beds.resolver?.address ?? '',
    '--only',
    'http',
  ];
  const look = async (args: readonly string[]) =>
    reportOf(await runDiagnose([...common, '--ports', '80,443', ...args], { DATABASE_URL: databaseUrl }));
  const targets = (strength: string) =>
    beds.beds
      .filter((bed) => bed.strength === strength)
      .flatMap((bed) => bed.names.map((name) => `${name}@${bed.address}`));
  weak = await look(['--out', out, ...targets('weak')]);
  hardened = await look(targets('hardened'));
  const files = await readdir(path.join(out, 'evidence'));
  const all = await Promise.all(
    files.map(async (file) =>
      parseEvidence(JSON.parse(await readFile(path.join(out, 'evidence', file), 'utf8'))),
    ),
  );
  evidence = new Map(all.map((item) => [item.id, item]));
}, 180_000);

afterAll(async () => {
  await beds[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

async function importRetire(databaseUrl: string): Promise<void> {
  await using store = await openStore(databaseUrl);
  const file = { name: 'jsrepository-v5.json', text: JSON.stringify(retireJson) };
  await importFeeds(store, [file], 'test', '2026-11-21T00:00:00.000Z');
}

describe('the weak servers', () => {
  test.for<[name: string, check: string, severity: string]>([
    ['apache.weak.test', 'http.git-exposed', 'high'],
    ['apache.weak.test', 'http.svn', 'high'],
    ['apache.weak.test', 'http.hg', 'high'],
    ['apache.weak.test', 'http.ds-store', 'low'],
    ['apache.weak.test', 'http.env', 'high'],
    ['apache.weak.test', 'http.backup', 'high'],
    ['apache.weak.test', 'http.sql-dump', 'high'],
    ['apache.weak.test', 'http.config-leak', 'high'],
    ['apache.weak.test', 'http.phpinfo', 'medium'],
    ['apache.weak.test', 'http.server-status', 'medium'],
    ['apache.weak.test', 'http.actuator', 'medium'],
    ['apache.weak.test', 'http.metrics', 'medium'],
    ['apache.weak.test', 'http.dirlisting', 'low'],
    ['apache.weak.test', 'http.admin-ui.tomcat-manager', 'medium'],
    ['apache.weak.test', 'http.admin-ui.phpmyadmin', 'medium'],
    ['apache.weak.test', 'http.admin-ui.movable-type', 'low'],
    ['apache.weak.test', 'http.admin-ui.wordpress', 'low'],
    ['apache.weak.test', 'http.cms-version', 'info'],
    ['apache.weak.test', 'http.js-library-vuln', 'medium'],
    ['default.weak.test', 'http.default-page', 'info'],
    ['lighttpd.weak.test', 'http.git-exposed', 'high'],
    ['lighttpd.weak.test', 'http.dirlisting', 'low'],
    ['lighttpd.weak.test', 'http.server-status', 'medium'],
    ['lighttpd.weak.test', 'http.debug', 'medium'],
    ['haproxy.weak.test', 'http.server-status', 'medium'],
    ['jenkins.weak.test', 'http.admin-ui.jenkins', 'medium'],
    ['grafana.weak.test', 'http.admin-ui.grafana', 'low'],
  ])('%s → %s', ([name, check, severity], { skip }) => {
    skipWithoutAny(skip);

    const told = weak.findings
      .filter((finding) => finding.name === name && finding.check === check)
      .map((finding) => `${finding.port} ${finding.severity} ${finding.confidence}`);
    expect(told.sort()).toEqual([`443 ${severity} verified`, `80 ${severity} verified`]);
  });

  test('every finding → bytes in the stored evidence that show it', ({ skip }) => {
    skipWithoutAny(skip);
    const hollow = weak.findings.flatMap(({ check, proof }) =>
      proof.filter((one) => !excerptStands(evidence.get(one.evidence)?.data, one)).map(() => check),
    );

    expect(hollow).toEqual([]);
  });

  test('no secret and nobody’s name of theirs → in any evidence', ({ skip }) => {
    skipWithoutAny(skip);

    expect(JSON.stringify([...evidence.values()])).not.toMatch(
      /not-a-real-secret|not-a-token|not a real person|bm90LWEta2V5|k9Xz1b2c/,
    );
  });

  test('a look at a name → at most 60 requests where everything is open, 40 where little is', ({ skip }) => {
    skipWithoutAny(skip);
    const counts = [...evidence.values()].flatMap((item) =>
      item.kind === 'web-files' ? [[item.endpoint.name, item.data.exchanges.length] as const] : [],
    );

    expect(counts.length).toBeGreaterThan(5);
    for (const [name, count] of counts)
      expect(count).toBeLessThanOrEqual(name === 'haproxy.weak.test' ? 40 : 60);
  });
});

test('their hardened twins → no finding of medium or higher, and every file was looked for', ({ skip }) => {
  skipWithoutAny(skip);
  const grave = hardened.findings.filter(({ severity }) => ['critical', 'high', 'medium'].includes(severity));
  const passed = hardened.passed.filter(({ port }) => port === 443).map(({ check }) => check);

  expect(grave.map(({ check, place }) => `${check} ${place}`)).toEqual([]);
  for (const check of [
    'http.git-exposed',
    'http.env',
    'http.backup',
    'http.debug',
    'http.admin-ui.tomcat-manager',
  ]) {
    expect(passed.filter((one) => one === check)).toHaveLength(3);
  }
});

function skipWithoutAny(skip: (reason: string) => void): void {
  const [missing] = beds.unavailable;
  if (missing !== undefined) skip(`${missing.name}: ${missing.reason}`);
}
