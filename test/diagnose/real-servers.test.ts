import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { excerptStands } from '@enkaku/shared/checks/pointer.ts';
import { type Evidence, parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BedName, type Beds, startBeds } from '../beds/bed.ts';
import { type DiagnoseRun, reportOf, runDiagnose } from './run-diagnose.ts';

const ports = '22,25,53,80,443,587,53/udp,161/udp';

let beds: Beds;
let directory: string;
let weak: { run: DiagnoseRun; report: Report; evidence: ReadonlyMap<string, Evidence> };
let hardened: Report;

beforeAll(async () => {
  beds = await startBeds();
  directory = await mkdtemp(path.join(tmpdir(), 'enkaku-diagnose-'));
  const ca = path.join(directory, 'ca.pem');
  await writeFile(ca, beds.ca.rootPem);
  if (beds.unavailable.length > 0) return;
  const out = path.join(directory, 'weak');
  const resolver = beds.resolver?.address ?? '';
  const common = ['--lab', '--json', '--ca', ca, '--resolver', resolver, '--ports', ports];
  const run = await runDiagnose([
    ...common,
    '--out',
    out,
    '--domain',
    'weak.test',
    `www.weak.test@${beds.plan.bed('weak-nginx')}`,
    `sha1.weak.test@${beds.plan.bed('weak-nginx')}`,
  ]);
  const files = await readdir(path.join(out, 'evidence'));
  const all = await Promise.all(
    files.map(async (file) =>
      parseEvidence(JSON.parse(await readFile(path.join(out, 'evidence', file), 'utf8'))),
    ),
  );
  weak = { run, report: reportOf(run), evidence: new Map(all.map((item) => [item.id, item])) };
  hardened = reportOf(
    await runDiagnose([
      ...common,
      '--domain',
      'hardened.test',
      `www.hardened.test@${beds.plan.bed('hardened-nginx')}`,
    ]),
  );
}, 180_000);

afterAll(async () => {
  await beds[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

describe('the weak servers', () => {
  test.for<[BedName, string]>([
    ['weak-nginx', 'tls.protocol.tls10'],
    ['weak-nginx', 'tls.protocol.tls11'],
    ['weak-nginx', 'tls.cipher.null'],
    ['weak-nginx', 'tls.cipher.anon'],
    ['weak-nginx', 'tls.kex.dh-small'],
    ['weak-nginx', 'cert.expired'],
    ['weak-nginx', 'cert.self-signed'],
    ['weak-nginx', 'cert.weak-key'],
    ['weak-nginx', 'cert.sig-md5-sha1'],
    ['weak-nginx', 'http.redirect.missing'],
    ['weak-nginx', 'http.hsts.missing'],
    ['weak-nginx', 'http.csp.missing'],
    ['weak-nginx', 'http.cookie.secure'],
    ['weak-nginx', 'http.git-exposed'],
    ['weak-nginx', 'http.env'],
    ['weak-nginx', 'http.dirlisting'],
    ['weak-nginx', 'http.server-status'],
    ['weak-nginx', 'http.server-version'],
    ['weak-postfix', 'mail.starttls.missing'],
    ['weak-postfix', 'mail.auth.cleartext'],
    ['weak-postfix', 'mail.vrfy-expn'],
    ['weak-bind', 'dns.resolver.open'],
    ['weak-bind', 'dns.axfr'],
    ['weak-bind', 'dns.version-bind'],
    ['weak-bind', 'mail.spf.plus-all'],
    ['weak-bind', 'mail.dmarc.p-none'],
    ['weak-bind', 'dns.caa.missing'],
    ['weak-bind', 'dns.ns.count-below-2'],
    ['weak-bind', 'dns.hostname-bind'],
    ['weak-openssh', 'ssh.kex.group1'],
    ['weak-openssh', 'ssh.cipher.3des'],
    ['weak-openssh', 'ssh.mac.md5'],
    ['weak-openssh', 'ssh.hostkey.dss'],
    ['weak-net-snmp', 'snmp.public-v1'],
    ['weak-net-snmp', 'snmp.public-v2c'],
  ])('%s → %s, verified', ([bed, check], { skip }) => {
    skipWithout(bed, skip);

    expect(weak.report.findings.filter((finding) => finding.check === check)).toContainEqual(
      expect.objectContaining({ confidence: 'verified' }),
    );
  });

  // The scanner stands on the server's own network here, as it may in `mynetworks`: so the check cannot be sure.
  test('weak-postfix → mail.open-relay, inferred', ({ skip }) => {
    skipWithout('weak-postfix', skip);

    expect(weak.report.findings).toContainEqual(
      expect.objectContaining({ check: 'mail.open-relay', confidence: 'inferred' }),
    );
  });

  test('every finding → bytes in the stored evidence that show it', ({ skip }) => {
    skipWithoutAny(skip);
    const proofs = weak.report.findings.flatMap((finding) =>
      finding.proof.map((proof) => ({ check: finding.check, proof })),
    );
    const hollow = proofs.filter(
      ({ proof }) => !excerptStands(weak.evidence.get(proof.evidence)?.data, proof),
    );

    expect(proofs.length).toBeGreaterThan(30);
    expect(hollow).toEqual([]);
  });

  test('every finding → fixes in both languages, none with a placeholder left', ({ skip }) => {
    skipWithoutAny(skip);
    for (const { fixes, title, why } of weak.report.findings) {
      expect(fixes.length).toBeGreaterThan(0);
      for (const text of [title, why, ...fixes.map((fix) => fix.steps)])
        expect(text.ja && text.en).toBeTruthy();
      expect(fixes.map((fix) => `${fix.snippet} ${fix.confirm}`).join()).not.toMatch(
        /\{(host|name|port|domain|server|path)\}/,
      );
    }
  });

  test('grade E, the most urgent action first, all forms of the report on disk, exit 3 while something is 未診断', async ({
    skip,
  }) => {
    skipWithoutAny(skip);

    expect(weak.report.grade).toBe('E');
    expect(weak.report.actions[0]?.severity).toBe('critical');
    expect(await readdir(path.join(directory, 'weak'))).toEqual(
      expect.arrayContaining([
        'report.json',
        'report.html',
        'report.pdf',
        'findings.csv',
        'findings.xlsx',
        'evidence',
      ]),
    );
    expect(weak.run.exitCode).toBe(weak.report.undetermined.length > 0 ? 3 : 0);
  });

  test('every port that was asked for and is open → a service of the report', ({ skip }) => {
    skipWithoutAny(skip);
    const host = weak.report.hosts.find(({ address }) => address === beds.plan.bed('weak-nginx'));

    expect(
      host?.services
        .filter(({ transport }) => transport === 'tcp')
        .map(({ port }) => port)
        .sort((a, b) => a - b),
    ).toEqual([22, 25, 53, 80, 443, 587]);
  });
});

describe('their hardened twins', () => {
  test('no finding of medium or higher', ({ skip }) => {
    skipWithoutAny(skip);
    const grave = hardened.findings.filter(({ severity }) =>
      ['critical', 'high', 'medium'].includes(severity),
    );

    expect(grave.map(({ check, place }) => `${check} ${place}`)).toEqual([]);
  });

  test('what was not found is listed as passed, and not as unseen', ({ skip }) => {
    skipWithoutAny(skip);
    const passed = new Set(hardened.passed.map(({ check }) => check));

    expect([...passed]).toEqual(
      expect.arrayContaining([
        'tls.protocol.tls10',
        'cert.expired',
        'http.hsts.missing',
        'mail.open-relay',
        'dns.axfr',
        'dns.resolver.open',
        'dns.lame',
        'dns.ns.count-below-2',
        'dns.tcp.unreachable',
        'ssh.kex.group1',
      ]),
    );
  });
});

function skipWithout(name: BedName, skip: (reason: string) => void): void {
  skipWithoutAny(skip);
  if (beds.find(name) === null) skip(`${name} is not there`);
}

function skipWithoutAny(skip: (reason: string) => void): void {
  const [missing] = beds.unavailable;
  if (missing !== undefined) skip(`${missing.name}: ${missing.reason}`);
}
