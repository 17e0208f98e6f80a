import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { HostView, Probe } from '../probe.ts';
import { Fetcher, type FetchTimes } from '../wire/http/fetcher.ts';
import { originOf } from '../wire/http/origin.ts';
import { openTcpPorts, placesFor, portAt, schemeOf } from '../wire/services.ts';
import { Visit } from './visit.ts';

/** Requests that change nothing for a few well-known paths, one after the other at the order's pace. */
export function createHttpResponseProbe(times: FetchTimes): Probe<'http-response'> {
  return {
    kind: 'http-response',
    lane: 'web',
    worstCaseMs: times.visitMs + 80_000,
    places: (host) => placesFor(host, (port) => schemeOf(port) !== undefined),
    async gather(endpoint, guard, host) {
      const port = portAt(host, endpoint.port);
      const scheme = (port && schemeOf(port)) ?? 'http';
      const fetcher = new Fetcher(guard, endpoint, times);
      const visit = new Visit(fetcher, originOf(scheme, endpoint), openPortsOf(host, endpoint));
      return { scheme, host: endpoint.name ?? endpoint.host, exchanges: await visit.run() };
    },
  };
}

export const httpResponseProbe = createHttpResponseProbe({
  waitMs: 8000,
  responseMs: 15_000,
  visitMs: 220_000,
});

/** A redirect may lead to these, and to the port where it began. */
function openPortsOf(host: HostView, { port }: Endpoint): ReadonlySet<number> {
  return new Set([...openTcpPorts(host).map((open) => open.port), ...(port === null ? [] : [port])]);
}
