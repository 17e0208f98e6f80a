import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certChecks } from '@enkaku/shared/checks/cert/index.ts';
import { evaluate, type Judgement } from '@enkaku/shared/checks/evaluate.ts';
import { excerptStands } from '@enkaku/shared/checks/pointer.ts';
import { type Evidence, parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { buildPorts, openPort } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGuard } from '../../scanner/guard/create-guard.ts';
import { buildOrder } from '../../scanner/guard/order.fixture.ts';
import { certificateProbe } from '../../scanner/probes/certificate/probe.ts';
import { type Beds, startBeds, type TestCa } from './bed.ts';
import { startCertificateFaults } from './nginx/certificate-faults.ts';

const ports = buildPorts({ ports: [openPort(443, { name: 'http', tunnel: 'ssl' })] }).data;
const stack = new AsyncDisposableStack();
let missing: string | undefined;
let evidence: readonly Evidence[] = [];
let judgements: readonly Judgement[] = [];

beforeAll(async () => {
  const twins: Beds = stack.use(await startBeds(['hardened-nginx']));
  const hardened = twins.find('hardened-nginx');
  if (hardened === null) {
    missing = twins.unavailable[0]?.reason ?? 'nginx did not start';
    return;
  }
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-certificates-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755);
  const address = twins.plan.bed('weak-nginx');
  const faulty = stack.use(await startCertificateFaults({ address, ca: twins.ca, dir }));
  // Under the name of the other server this one shows whatever it has.
  const strangers = [hardened.names[0] ?? ''];
  evidence = [
    ...(await look(twins.ca, hardened.address, hardened.names)),
    ...(await look(twins.ca, faulty.address, [...faulty.names, ...strangers])),
  ];
  judgements = evaluate(certChecks, evidence);
});

afterAll(() => stack.disposeAsync());

async function look(ca: TestCa, address: string, names: readonly string[]): Promise<readonly Evidence[]> {
  const order = buildOrder({
    target: { kind: 'host', address, names: [...names], zones: [] },
    trustAnchors: [ca.rootPem],
  });
  const view = { order, ports };
  await using guard = createGuard({ order });
  const seen: Evidence[] = [];
  for (const endpoint of certificateProbe.places(view)) {
    const data = await certificateProbe.gather(endpoint, guard, view);
    seen.push(
      parseEvidence({
        id: `evd_${address.replaceAll('.', '')}x${String(seen.length).padStart(8, '0')}`.padEnd(24, 'x'),
        kind: 'certificate',
        schema: kinds.certificate.version,
        jobId: order.jobId,
        endpoint,
        gatheredAt: new Date().toISOString(),
        data,
      }),
    );
  }
  return seen;
}

function accusationsOf(name: string, least: 'info' | 'medium'): readonly string[] {
  const grave = new Set(['critical', 'high', 'medium']);
  return judgements
    .filter(({ endpoint }) => endpoint.name === name)
    .filter(({ check, verdict }) => {
      if (verdict.verdict !== 'vulnerable') return false;
      const usual = certChecks[check as keyof typeof certChecks].severity;
      return least === 'info' || grave.has(verdict.severity ?? usual);
    })
    .map(({ check }) => check);
}

/** What every name is there to show. */
const faults = {
  alone: 'cert.chain-incomplete',
  authority: 'cert.basic-constraints',
  client: 'cert.eku',
  cubed: 'cert.rsa-e-small',
  disordered: 'cert.chain-order',
  doubled: 'cert.duplicate',
  expired: 'cert.expired',
  expiring: 'cert.expires-soon',
  future: 'cert.not-yet-valid',
  internal: 'cert.internal-names',
  nameless: 'cert.no-san',
  other: 'cert.name-mismatch',
  private: 'cert.private-ip-san',
  promised: 'cert.must-staple-violated',
  revoked: 'cert.revoked',
  roca: 'cert.roca',
  self: 'cert.self-signed',
  sha1: 'cert.sig-md5-sha1',
  'shared-1': 'cert.shared-key-factorable',
  'shared-2': 'cert.shared-key-factorable',
  short: 'cert.serial-short',
  signer: 'cert.ku',
  stranger: 'cert.untrusted-root',
  unstapled: 'cert.ocsp-staple-missing',
  weak: 'cert.weak-key',
  wildcard: 'cert.wildcard-scope',
} as const;

test.for(Object.entries(faults))('%s.certificates.test → %s', ([label, check], { skip }) => {
  if (missing !== undefined) return skip(missing);
  expect(accusationsOf(`${label}.certificates.test`, 'info')).toContain(check);
});

test('a root in the chain → seen beside the wrong order', ({ skip }) => {
  if (missing !== undefined) return skip(missing);
  expect(accusationsOf('disordered.certificates.test', 'info')).toContain('cert.extra-root');
});

test('a server with a bad certificate for the name of a good one → inconsistent', ({ skip }) => {
  if (missing !== undefined) return skip(missing);
  expect(accusationsOf('www.hardened.test', 'info')).toContain('cert.inconsistent-hosts');
});

test('every finding → bytes of the evidence that show it', ({ skip }) => {
  if (missing !== undefined) return skip(missing);
  const proofs = judgements.flatMap(({ verdict }) => (verdict.verdict === 'vulnerable' ? verdict.proof : []));
  const hollow = proofs.filter(
    (proof) => !excerptStands(evidence.find(({ id }) => id === proof.evidence)?.data, proof),
  );
  expect(hollow).toEqual([]);
});

test.for(['hardened.test', 'mta-sts.hardened.test', 'good.certificates.test'])(
  '%s → nothing but what is only advised',
  (name, { skip }) => {
    if (missing !== undefined) return skip(missing);
    expect(accusationsOf(name, 'medium')).toEqual([]);
  },
);
