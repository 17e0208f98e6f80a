import { unknown } from '@enkaku/shared/model/observed.ts';
import type { Probe } from '../probe.ts';
import { placesFor, portAt, tlsRouteOf } from '../wire/services.ts';

const notAttempted = unknown('not-attempted');

/** What a server does after the first flight. */
export const tlsBehaviourProbe: Probe<'tls-behaviour'> = {
  kind: 'tls-behaviour',
  worstCaseMs: 120_000,
  places: (host) => placesFor(host, (port) => tlsRouteOf(port) !== undefined),
  async gather(endpoint, _guard, host) {
    const port = portAt(host, endpoint.port);
    return {
      sni: endpoint.name,
      via: (port && tlsRouteOf(port)) ?? 'direct',
      session: notAttempted,
      ticket: { 'TLSv1.2': notAttempted, 'TLSv1.3': notAttempted },
      earlyData: notAttempted,
      clientRenegotiation: notAttempted,
      ccsInjection: notAttempted,
      ticketbleed: notAttempted,
      robot: notAttempted,
      heartbleed: notAttempted,
      connections: 0,
    };
  },
};
