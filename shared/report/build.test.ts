import { expect, test } from 'vitest';
import { catalogue } from '../checks/catalogue.ts';
import { only } from '../checks/group.ts';
import { excerptStands } from '../checks/pointer.ts';
import { envelope } from '../evidence/envelope.fixture.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { buildPorts, openPort } from '../evidence/ports/build.fixture.ts';
import { buildSshKexinit } from '../evidence/ssh-kexinit/build.fixture.ts';
import { acceptedHello, buildTlsHello } from '../evidence/tls-hello/build.fixture.ts';
import { noKnowledge } from '../knowledge/knowledge.ts';
import { buildReport, type Judging, type Seen } from './build.ts';
import { reportSchema } from './schema.ts';

const judging: Judging = {
  catalogue,
  knowledge: noKnowledge,
  evaluatedAt: '2026-11-21T02:00:00.000Z',
  authorizedBy: null,
};

function seen(...evidence: Evidence[]): Seen {
  return {
    evidence,
    notSeen: [],
    loads: [],
    startedAt: '2026-11-21T01:00:00.000Z',
    finishedAt: '2026-11-21T01:10:00.000Z',
  };
}

const tls10 = buildTlsHello({
  versions: { 'TLSv1.0': acceptedHello({ version: 'TLSv1.0' }) },
});

test('the same evidence and catalogue → the same report, valid by its schema', () => {
  const report = buildReport(seen(buildPorts(), tls10), judging);

  expect(buildReport(seen(buildPorts(), tls10), judging)).toEqual(report);
  expect(reportSchema.parse(report)).toEqual(report);
});

test('TLS 1.0 offered → one finding, with proof in the evidence and fixes without placeholders', () => {
  const report = buildReport(seen(tls10), judging);
  const finding = report.findings.find(({ check }) => check === 'tls.protocol.tls10');

  expect(finding).toMatchObject({ severity: 'medium', group: 'tls', dueDays: 60, kev: false });
  expect(finding?.proof.every((proof) => excerptStands(tls10.data, proof))).toBe(true);
  expect(JSON.stringify(finding?.fixes)).not.toMatch(/\{(host|name|port|domain)\}/);
  expect(report.actions).toContainEqual(
    expect.objectContaining({ host: '192.0.2.1', closes: [report.findings.indexOf(finding as never)] }),
  );
});

test('a second look at the same place, as after a crash → the later one counts', () => {
  const later = { ...buildTlsHello(), gatheredAt: '2026-11-21T01:30:00.000Z' as const };
  const report = buildReport(seen(later, tls10), judging);

  expect(report.findings.map(({ check }) => check)).not.toContain('tls.protocol.tls10');
});

test('a host that answered nothing → every check of it undetermined, the grade provisional, not reachable', () => {
  const dead = buildPorts({ host: 'timed-out', ports: [], complete: false });
  const report = buildReport(seen(dead), { ...judging, catalogue: only(catalogue, ['tls', 'cert', 'http']) });

  expect(report.passed).toEqual([]);
  expect(report.undetermined.map(({ check }) => check)).toContain('tls.protocol.tls10');
  expect(report.provisional).toBe(true);
  expect(report.hosts).toEqual([expect.objectContaining({ address: '192.0.2.1', reachable: false })]);
});

test('a place missed twice → one 未診断, not two', () => {
  const missed = {
    kind: 'banner' as const,
    endpoint: envelope('banner', { port: 23 }, { greeting: { outcome: 'no' } }).endpoint,
    reason: 'stopped',
  };
  const report = buildReport(
    { ...seen(), notSeen: [missed, { ...missed, reason: 'window-closed' }] },
    judging,
  );

  expect(report.undetermined.filter(({ check }) => check === 'telnet.exposed')).toEqual([
    expect.objectContaining({ reason: 'window-closed', port: 23 }),
  ]);
});

test('a vulnerability of CISA’s KEV → high at least, due in three days', () => {
  const terrapin = buildSshKexinit({
    kex: ['curve25519-sha256'],
    ciphersServerToClient: ['chacha20-poly1305@openssh.com'],
    ciphersClientToServer: ['chacha20-poly1305@openssh.com'],
  });
  const calm = buildReport(seen(terrapin), judging).findings.find(({ check }) => check === 'ssh.terrapin');
  const alarmed = buildReport(seen(terrapin), {
    ...judging,
    knowledge: { ...noKnowledge, kev: new Set(['CVE-2023-48795']) },
  }).findings.find(({ check }) => check === 'ssh.terrapin');

  expect(calm).toMatchObject({ severity: 'medium', kev: false });
  expect(alarmed).toMatchObject({ severity: 'high', kev: true, dueDays: 3 });
});

test('services → every open port, with what nmap named', () => {
  const report = buildReport(
    seen(buildPorts({ ports: [openPort(80, {}), openPort(65_000, null)] })),
    judging,
  );

  expect(report.hosts[0]?.services.map(({ port }) => port)).toEqual([80, 65_000]);
});

test('loads of several jobs → summed, the rate and latency the highest felt', () => {
  const load = (packets: number, during: number | null) => ({
    packets,
    requests: 1,
    maxPerSecond: packets,
    targetLatency: { before: 1, during, after: null },
  });
  const report = buildReport({ ...seen(), loads: [load(10, 5), load(20, null)] }, judging);

  expect(report.load).toEqual({
    packets: 30,
    requests: 2,
    maxPerSecond: 20,
    targetLatency: { before: 1, during: 5, after: null },
  });
});
