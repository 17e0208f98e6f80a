import type { Probe } from '../probe.ts';
import { Fetcher, type FetchTimes } from '../wire/http/fetcher.ts';
import { originOf } from '../wire/http/origin.ts';
import { placesFor, portAt, schemeOf } from '../wire/services.ts';
import { Visit } from './visit.ts';

/** GETs of paths that anyone would try, one after the other at the order's pace. */
export function createWebFilesProbe(times: FetchTimes): Probe<'web-files'> {
  return {
    kind: 'web-files',
    lane: 'web',
    worstCaseMs: 300_000,
    places: (host) => placesFor(host, (port) => schemeOf(port) !== undefined),
    async gather(endpoint, guard, host) {
      const port = portAt(host, endpoint.port);
      const scheme = (port && schemeOf(port)) ?? 'http';
      const visit = new Visit(new Fetcher(guard, endpoint, times), originOf(scheme, endpoint));
      await visit.run();
      const { exchanges, scripts } = visit;
      return { scheme, host: endpoint.name ?? endpoint.host, exchanges, scripts: [...scripts] };
    },
  };
}

export const webFilesProbe = createWebFilesProbe({ waitMs: 8000, responseMs: 15_000, visitMs: 220_000 });
