import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { keptCharacters } from '@enkaku/shared/evidence/web-gear/schema.ts';
import { type Observed, yes } from '@enkaku/shared/model/observed.ts';
import type { HostView, Probe } from '../probe.ts';
import { bounded } from '../wire/bounded.ts';
import { Fetcher } from '../wire/http/fetcher.ts';
import { openTcpPorts, portAt, schemeOf } from '../wire/services.ts';
import { consolePorts, followUpsFor, interfacePorts, interfaceTlsPorts, pathsFor } from './paths.ts';

type Exchange = EvidenceData['web-gear']['exchanges'][number];
type Port = NonNullable<ReturnType<typeof portAt>>;

const times = { waitMs: 6000, responseMs: 10_000, visitMs: 90_000 };
/** Somebody does not want to be asked. */
const mostSilences = 3;

/** GETs at the addresses where gateways and management pages stand, one after the other at the order's pace. */
export const webGearProbe: Probe<'web-gear'> = {
  kind: 'web-gear',
  lane: 'web',
  worstCaseMs: 120_000,

  /** Each port once, under the first name: gear does not answer to names. */
  places(host) {
    const { target } = host.order;
    if (target.kind !== 'host') return [];
    return openTcpPorts(host)
      .filter((port) => gearSchemeOf(port) !== undefined)
      .map(({ port }) => ({
        host: target.address,
        name: target.names[0] ?? null,
        port,
        transport: 'tcp' as const,
      }));
  },

  async gather(endpoint, guard, host) {
    const scheme = schemeAt(endpoint, host);
    const fetcher = new Fetcher(guard, endpoint, times);
    const exchanges: Exchange[] = [];
    const get = async (path: string) => {
      const { response } = await fetcher.ask('gear', { url: urlOf(scheme, endpoint, path) });
      exchanges.push({ path, response: shorten(response) });
    };
    await get('/');
    for (const path of pathsFor(endpoint.port ?? 0, scheme, serverOf(exchanges))) {
      if (exchanges.filter(({ response }) => response.outcome === 'unknown').length >= mostSilences) break;
      await get(path);
    }
    for (const path of followUpsFor(textOf(exchanges))) await get(path);
    return { scheme, exchanges };
  },
};

function gearSchemeOf(open: Port): 'http' | 'https' | undefined {
  const named = schemeOf(open);
  if (named !== undefined) return named;
  const isOther =
    open.service?.method === 'probed' && !/^(?:http|ssl|unknown|docker|tcpwrapped)/.test(open.service.name);
  if (isOther || !(interfacePorts.has(open.port) || consolePorts.has(open.port))) return undefined;
  return interfaceTlsPorts.has(open.port) || open.service?.tunnel === 'ssl' || open.port === 5001
    ? 'https'
    : 'http';
}

function schemeAt({ port }: Endpoint, host: HostView): 'http' | 'https' {
  const open = portAt(host, port);
  return (open && gearSchemeOf(open)) ?? 'http';
}

function urlOf(scheme: string, { name, host, port }: Endpoint, path: string): URL {
  const asked = name ?? (host.includes(':') ? `[${host}]` : host);
  return new URL(`${scheme}://${asked}:${port}${path}`);
}

function serverOf(exchanges: readonly Exchange[]): string | null {
  const response = exchanges[0]?.response;
  if (response?.outcome !== 'yes') return null;
  return response.value.headers.find(([name]) => name.toLowerCase() === 'server')?.[1] ?? null;
}

function textOf(exchanges: readonly Exchange[]): string {
  return exchanges
    .flatMap(({ response }) => (response.outcome === 'yes' ? [response.value] : []))
    .map(({ headers, body }) => `${headers.map((header) => header.join(': ')).join('\n')}\n${body}`)
    .join('\n');
}

function shorten(
  response: Observed<{ status: number; headers: [string, string][]; body: string }>,
): Exchange['response'] {
  if (response.outcome !== 'yes') return response;
  const { status, headers, body } = response.value;
  return yes({
    status,
    headers: headers.slice(0, 64).map(([name, value]): [string, string] => [name, bounded(value, 2048)]),
    body: bounded(body, keptCharacters),
  });
}
