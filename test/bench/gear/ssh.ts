import type { EvidenceOf } from '@enkaku/shared/evidence/evidence.ts';
import { createGuard } from '../../../scanner/guard/create-guard.ts';
import { buildOrder, hostAt } from '../../../scanner/guard/order.fixture.ts';
import { sshKexinitProbe } from '../../../scanner/probes/ssh-kexinit/probe.ts';
import { sshKeysProbe } from '../../../scanner/probes/ssh-keys/probe.ts';

type Kexinit = EvidenceOf<'ssh-kexinit'>['data'];

/** What our probes see of an SSH server, its host keys and smallest group among it, and how long it takes. */
export async function lookAtSsh(
  address: string,
): Promise<{ readonly seconds: number; readonly seen: Kexinit }> {
  const order = buildOrder({ target: hostAt(address), ports: '22' });
  await using guard = createGuard({ order });
  const endpoint = { host: address, name: null, port: 22, transport: 'tcp' as const };
  const startedAt = performance.now();
  const view = { order, ports: null };
  const [seen] = await Promise.all([
    sshKexinitProbe.gather(endpoint, guard, view),
    sshKeysProbe.gather(endpoint, guard, view),
  ]);
  return { seconds: (performance.now() - startedAt) / 1000, seen };
}

interface AuditReport {
  readonly kex?: readonly { algorithm: string }[];
  readonly key?: readonly { algorithm: string }[];
  readonly enc?: readonly (string | { algorithm: string })[];
  readonly mac?: readonly (string | { algorithm: string })[];
}

/** Algorithms that one of the two reports and the other does not; undefined where ssh-audit's report cannot be read. */
export function differences(seen: Kexinit, auditJson: string): readonly string[] | undefined {
  if (seen.kexinit.outcome !== 'yes') return undefined;
  const { kex, hostKeys, ciphersServerToClient, macsServerToClient } = seen.kexinit.value;
  const ours = new Set([...kex, ...hostKeys, ...ciphersServerToClient, ...macsServerToClient]);
  const theirs = algorithmsOf(auditJson);
  if (theirs === undefined) return undefined;
  return [...ours.symmetricDifference(theirs)];
}

function algorithmsOf(json: string): ReadonlySet<string> | undefined {
  try {
    const report = JSON.parse(json) as AuditReport;
    const named = [report.kex, report.key, report.enc, report.mac].flatMap((list) => list ?? []);
    return new Set(named.map((item) => (typeof item === 'string' ? item : item.algorithm)));
  } catch {
    return undefined;
  }
}
