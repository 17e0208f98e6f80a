import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { safe, undetermined, type Vulnerable } from '../verdicts.ts';
import { isMiddlebox } from './middlebox.ts';
import { wasAsked } from './was-asked.ts';

type Ports = EvidenceOf<'ports'>;
type Port = Ports['data']['ports'][number];

/** What a kind of service is called by nmap, and the TCP ports where it usually is. */
export interface Exposure {
  readonly services: readonly string[];
  readonly ports: readonly number[];
}

export interface Found {
  /** Its index in the evidence. */
  readonly index: number;
  readonly port: Port;
  /** `no`: only the port's number speaks for it. */
  readonly recognised: 'yes' | 'no';
}

/**
 * Whether a service can be reached from outside: verified where it answered nmap in its own language, inferred where
 * only its usual port is open. A port that stays silent while the host answers elsewhere is not reachable, which is
 * all that is asked here; if nothing of the host answered, or the scan broke off, there is no telling.
 */
export function reachable(evidence: Ports, exposure: Exposure): Verdict {
  return accusation(evidence, findOpen(evidence, exposure)) ?? unreached(evidence, exposure);
}

export function findOpen(evidence: Ports, { services, ports }: Exposure): readonly Found[] {
  if (isMiddlebox(evidence)) return [];
  return evidence.data.ports.flatMap((port, index): Found[] => {
    if (port.state !== 'open' || port.transport !== 'tcp') return [];
    if (port.service?.method === 'probed') {
      return services.includes(port.service.name) ? [{ index, port, recognised: 'yes' }] : [];
    }
    return ports.includes(port.port) && port.service?.name !== wrapped
      ? [{ index, port, recognised: 'no' }]
      : [];
  });
}

/** A handshake and a close at once: somebody is there, and does not say who (often a list of permitted sources). */
const wrapped = 'tcpwrapped';

/** Of what was recognised, if anything was; undefined where nothing was found. */
export function accusation(evidence: Ports, found: readonly Found[]): Vulnerable | undefined {
  const recognised = found.filter((one) => one.recognised === 'yes');
  const shown = recognised.length > 0 ? recognised : found;
  const place = shown.map(({ port }) => `${port.port}/${port.transport}`).join(' ');
  const [first, ...others] = shown.map((one) => proofOf(evidence, one));
  if (first === undefined) return undefined;
  if (recognised.length > 0) {
    return { verdict: 'vulnerable', confidence: 'verified', proof: [first, ...others], place };
  }
  return {
    verdict: 'vulnerable',
    confidence: 'inferred',
    proof: [first, ...others],
    place,
    detail: {
      ja: 'このサービスがふつう使うポートが開いていますが、何が動いているかは応答から確かめられませんでした。',
      en: 'The usual port of this service is open, but its answer did not show what is behind it.',
    },
  };
}

function proofOf(evidence: Ports, { index, recognised }: Found) {
  return proofAt(evidence, ['ports', index, ...(recognised === 'yes' ? ['service', 'name'] : ['state'])]);
}

/** The verdict where nothing was found. */
export function unreached(evidence: Ports, { ports }: Exposure): Verdict {
  const { data } = evidence;
  if (data.host !== 'up') return undetermined(`host-${data.host}`);
  if (!data.complete) return undetermined('ports-incomplete');
  const open = data.ports.filter(({ state, transport }) => state === 'open' && transport === 'tcp');
  if (isMiddlebox(evidence)) return undetermined('middlebox');
  if (open.some(({ port, service }) => ports.includes(port) && service?.name === wrapped)) {
    return undetermined(wrapped);
  }
  return ports.every((port) => wasAsked(data.requested, port)) ? safe : undetermined('not-attempted');
}
