import type { EvidenceOf } from '../../evidence/evidence.ts';

export type PortsEvidence = EvidenceOf<'ports'>;
type HttpsPort =
  | { readonly state: 'spoken' }
  /** `closed`: the host said so. `not-open`: the port scan ended without finding it open. */
  | { readonly state: 'closed' | 'not-open'; readonly path: readonly (string | number)[] }
  | { readonly state: 'unknown'; readonly reason: string };

/** Whether a host speaks HTTPS, on port 443 or elsewhere. */
export function httpsPort({ data }: PortsEvidence): HttpsPort {
  const tcp = data.ports
    .map((port, index) => ({ ...port, index }))
    .filter(({ transport }) => transport === 'tcp');
  const speaks = tcp.some(({ state, service }) => {
    const web = /^https?(?:-|$)/.test(service?.name ?? '');
    return (
      state === 'open' &&
      web &&
      (service?.tunnel === 'ssl' || (service?.method === 'probed' && service.name.startsWith('https')))
    );
  });
  if (speaks) return { state: 'spoken' };
  const at443 = tcp.find(({ port }) => port === 443);
  if (at443?.state === 'closed') return { state: 'closed', path: ['ports', at443.index, 'state'] };
  if (at443 !== undefined)
    return { state: 'unknown', reason: at443.state === 'open' ? 'garbled' : 'timeout' };
  const looked = data.complete && data.host === 'up' && asksTcp(data.requested, 443);
  return looked ? { state: 'not-open', path: ['requested'] } : { state: 'unknown', reason: 'not-attempted' };
}

/** Whether a port list such as `T:22,80-90,U:161` holds a TCP port. */
export function asksTcp(requested: string, port: number): boolean {
  let transport = 'T';
  for (const part of requested.split(',')) {
    const [, prefix, first = '', last = first] =
      /^(?:([TU]):)?(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim()) ?? [];
    transport = prefix ?? transport;
    if (transport === 'T' && first !== '' && Number(first) <= port && port <= Number(last)) return true;
  }
  return false;
}
