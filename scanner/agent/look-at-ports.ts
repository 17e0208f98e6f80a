import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { Unprobed } from '@enkaku/shared/protocol/messages.ts';
import { portsWorstCaseMs } from '../probes/ports/probe.ts';
import { seal } from './courier.ts';
import { inTime } from './in-time.ts';
import { fitsWindow, type Looking } from './looking.ts';
import { toUnprobed } from './units.ts';
import { reasonOfFailure, reasonOfStop } from './unprobed-reason.ts';

export interface PortsKnown {
  readonly ports: EvidenceData['ports'] | null;
  /** Why the ports are not, or not all, known. */
  readonly gap: Unprobed | null;
}

/** Which ports are open: all other places follow from it. An earlier attempt's whole answer is not asked for again. */
export async function lookAtPorts(looking: Looking): Promise<PortsKnown> {
  const { guard, knownPorts, progress, log } = looking;
  const view = { order: guard.order, ports: null };
  const probe = looking.probes.find(({ kind }) => kind === 'ports');
  const endpoint = probe?.places(view)[0];
  if (probe === undefined || endpoint === undefined) return { ports: null, gap: null };
  const gap = (reason: Unprobed['reason'], detail = '') => toUnprobed('ports', endpoint, reason, detail);
  if (knownPorts?.complete === true) {
    progress.done++;
    return { ports: knownPorts, gap: gapOf(knownPorts, gap) };
  }
  if (!fitsWindow(looking, portsWorstCaseMs(guard.order))) {
    return { ports: knownPorts, gap: gap('window-closed') };
  }
  try {
    const gathering = probe.gather(endpoint, guard, view);
    const data = await progress.during(`ports ${endpoint.host}`, () => inTime(gathering, null, guard.signal));
    const evidence = seal('ports', endpoint, guard.order.jobId, data as EvidenceData['ports'], looking.now());
    const ports = evidence.data as EvidenceData['ports'];
    const useful = ports.complete || ports.ports.length > 0;
    if (useful) looking.send(evidence);
    const cut = guard.stopped === null ? 'tool-killed' : reasonOfStop(guard.stopped);
    const known = useful ? ports : knownPorts;
    return { ports: known, gap: ports.complete ? gapOf(ports, gap) : gap(cut, ports.warnings[0]) };
  } catch (error) {
    log.warn({ err: error }, 'ports are not known');
    return { ports: knownPorts, gap: gap(reasonOfFailure(error, guard.stopped), messageOf(error)) };
  }
}

/** A host that answered nowhere was not seen: it may be off, or it may drop what we send. */
function gapOf(
  ports: EvidenceData['ports'],
  gap: (reason: Unprobed['reason'], detail: string) => Unprobed,
): Unprobed | null {
  return ports.host === 'up' ? null : gap('unreachable', `no port answered (${ports.host})`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
