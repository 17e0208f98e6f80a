import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { HostView } from '../probe.ts';
import type { TlsRoute } from './tls-route.ts';

type Port = EvidenceData['ports']['ports'][number];

const tlsPorts = new Set([443, 465, 636, 853, 993, 995, 8443, 10443]);
const httpPorts = new Set([80, 443, 8080, 8443]);
const httpNames = new Set(['http', 'https', 'http-proxy', 'http-alt', 'https-alt']);
/** nmap's words for "open, and I could not tell what it is". */
const undecided = new Set(['tcpwrapped', 'unknown', 'ssl']);

/** How TLS is reached on an open port; undefined where there is none to expect. */
export function tlsRouteOf({ port, service }: Port): TlsRoute | undefined {
  if (service?.tunnel === 'ssl' || tlsPorts.has(port)) return 'direct';
  if (service?.name === 'https' || service?.name === 'https-alt') return 'direct';
  return speaksSmtp(port, service) ? 'smtp-starttls' : undefined;
}

export function schemeOf({ port, service }: Port): 'http' | 'https' | undefined {
  const known = service?.method === 'probed' && !undecided.has(service.name);
  if (known ? !httpNames.has(service.name) : !httpPorts.has(port)) return undefined;
  const tls = service?.tunnel === 'ssl' || (known ? service.name.startsWith('https') : tlsPorts.has(port));
  return tls ? 'https' : 'http';
}

export function smtpOf({ port, service }: Port): 'plain' | 'implicit-tls' | undefined {
  const isOther =
    service?.method === 'probed' && !undecided.has(service.name) && !service.name.startsWith('smtp');
  if (isOther) return undefined;
  if (port === 465 || service?.name === 'smtps') return 'implicit-tls';
  if (service?.tunnel === 'ssl') return service.name === 'smtp' ? 'implicit-tls' : undefined;
  return speaksSmtp(port, service) ? 'plain' : undefined;
}

function speaksSmtp(port: number, service: Port['service']): boolean {
  const named = service?.name === 'smtp' || service?.name === 'submission';
  const probed = service?.method === 'probed' && !undecided.has(service.name);
  return probed ? named : named || port === 25 || port === 587;
}

/** The open TCP port of an endpoint as nmap saw it. */
export function portAt(host: HostView, port: number | null): Port | undefined {
  return openTcpPorts(host).find((open) => open.port === port);
}

export function openTcpPorts({ ports }: HostView): readonly Port[] {
  return ports?.ports.filter((port) => port.transport === 'tcp' && port.state === 'open') ?? [];
}

/** One endpoint for each open port that `wanted` takes and each proven name; by address where there is no name. */
export function placesFor(host: HostView, wanted: (port: Port) => boolean): readonly Endpoint[] {
  const { target } = host.order;
  if (target.kind !== 'host') return [];
  const names = target.names.length > 0 ? target.names : [null];
  return openTcpPorts(host)
    .filter(wanted)
    .flatMap(({ port }) =>
      names.map((name) => ({ host: target.address, name, port, transport: 'tcp' as const })),
    );
}
