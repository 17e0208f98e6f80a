import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown } from '@enkaku/shared/model/observed.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuard } from '../../scanner/guard/create-guard.ts';
import { buildOrder, hostAt } from '../../scanner/guard/order.fixture.ts';
import { lookAtKeys } from '../../scanner/probes/ssh-keys/probe.ts';
import { differences, lookAtSsh } from '../bench/gear/ssh.ts';
import { type AddressBlock, claimBlock } from './address-block.ts';
import { type Bed, BedUnavailableError, startBed } from './bed.ts';
import { createTestCa } from './test-ca.ts';

type SshKeys = EvidenceData['ssh-keys'];

const open = new AsyncDisposableStack();
let block: AddressBlock;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'enkaku-ssh-'));
  await chmod(dir, 0o755);
  open.defer(() => rm(dir, { recursive: true, force: true }));
  block = open.use(await claimBlock());
});
afterAll(() => open.disposeAsync());

/** The bed, or why this machine has none. */
async function bedOrReason(name: 'weak-openssh' | 'hardened-openssh'): Promise<Bed | string> {
  try {
    return await startBed(name, { address: block.bed(name), ca: await createTestCa(), dir });
  } catch (error) {
    if (error instanceof BedUnavailableError) return error.message;
    throw error;
  }
}

async function look(address: string, mayAskMethods: boolean): Promise<SshKeys> {
  await using guard = createGuard({ order: buildOrder({ target: hostAt(address) }) });
  return await lookAtKeys(guard, { address, port: 22 }, mayAskMethods);
}

const typesOf = ({ hostKeys }: SshKeys) =>
  hostKeys.map(({ key }) => (key.outcome === 'yes' ? `${key.value.type} ${key.value.bits}` : key.outcome));

describe('OpenSSH, weak', () => {
  test('→ its RSA key of 1024 bits, its DSA key, a small group, and passwords, with consent', async ({
    skip,
  }) => {
    const bed = await bedOrReason('weak-openssh');
    if (typeof bed === 'string') return skip(bed);
    await using server = bed;
    const keys = await look(server.address, true);
    expect(typesOf(keys)).toEqual(['ssh-rsa 1024', 'ssh-dss 1024']);
    expect(keys.groupExchange).toMatchObject({ outcome: 'yes', value: { bits: 2048 } });
    expect(keys.authMethods).toMatchObject({ outcome: 'yes', value: { methods: ['publickey', 'password'] } });
    const fingerprints = await promisify(execFile)('ssh-keyscan', ['-t', 'rsa', '-p', '22', server.address]);
    const blob = keys.hostKeys[0]?.key;
    const shown = blob?.outcome === 'yes' ? Buffer.from(blob.value.blob, 'hex').toString('base64') : '';
    expect(fingerprints.stdout).toContain(shown);
  });
});

describe('OpenSSH, hardened', () => {
  test('→ an Ed25519 key, no groups, keys alone; without consent nobody asks', async ({ skip }) => {
    const bed = await bedOrReason('hardened-openssh');
    if (typeof bed === 'string') return skip(bed);
    await using server = bed;
    const keys = await look(server.address, true);
    expect([typesOf(keys), keys.groupExchange]).toEqual([['ssh-ed25519 256'], no]);
    expect(keys.authMethods).toMatchObject({ outcome: 'yes', value: { methods: ['publickey'] } });
    expect((await look(server.address, false)).authMethods).toEqual(unknown('not-attempted'));
  });
});

interface AuditedKey {
  readonly algorithm: string;
  readonly keysize?: number;
}

/** ssh-audit's report; undefined where it is not installed. Its exit code tells how bad things are. */
async function audit(address: string): Promise<string | undefined> {
  try {
    return (await promisify(execFile)('ssh-audit', ['-j', address])).stdout;
  } catch (error) {
    const { code, stdout } = error as { code?: unknown; stdout?: string };
    return code === 'ENOENT' ? undefined : stdout;
  }
}

test.for(['weak-openssh', 'hardened-openssh'] as const)(
  'ssh-audit sees the same algorithms and the same sizes of %s',
  async (name, { skip }) => {
    const bed = await bedOrReason(name);
    if (typeof bed === 'string') return skip(bed);
    await using server = bed;
    const report = await audit(server.address);
    if (report === undefined) return skip('ssh-audit is not installed (apt-get install ssh-audit)');
    expect(differences((await lookAtSsh(server.address)).seen, report)).toEqual([]);
    const audited = (JSON.parse(report) as { key: readonly AuditedKey[] }).key;
    for (const { algorithm, key } of (await look(server.address, false)).hostKeys) {
      const size = audited.find((one) => one.algorithm === algorithm)?.keysize;
      if (size !== undefined && key.outcome === 'yes')
        expect([algorithm, size]).toEqual([algorithm, key.value.bits]);
    }
  },
);
