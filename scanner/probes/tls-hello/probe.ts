import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { Guard } from '../../guard/guard.ts';
import type { HostView, Probe } from '../probe.ts';
import { type Pause, pause } from '../wire/pause.ts';
import { countsConnections, placesFor, portAt, schemeOf, tlsRouteOf } from '../wire/services.ts';
import { confirmSurvey } from './confirm.ts';
import { HelloClient } from './hello-client.ts';
import { legacyFacts } from './legacy-facts.ts';
import { type Extent, surveyTls } from './survey.ts';
import { Witness } from './witness.ts';

/** Mail servers count connections (postscreen, anvil); with the dialog, the certificate and the behaviour thirty at most. */
const frugalConnections = 20;
const usualConnections = 600;

export interface TlsHelloOptions {
  readonly pause: Pause;
  /** For one answer. */
  readonly answerMs: number;
  readonly extent?: Extent;
}

/** Raw ClientHellos: our own TLS library refuses what we want to see, and its refusal would look like the server's. */
export function createTlsHelloProbe({
  pause,
  answerMs,
  extent = 'where-weak',
}: TlsHelloOptions): Probe<'tls-hello'> {
  return {
    kind: 'tls-hello',
    worstCaseMs: 210_000,
    places: (host) => placesFor(host, (port) => tlsRouteOf(port) !== undefined),
    async gather(endpoint: Endpoint, guard: Guard, host: HostView): Promise<EvidenceData['tls-hello']> {
      const port = portAt(host, endpoint.port);
      const via = (port && tlsRouteOf(port)) ?? 'direct';
      const isFrugal = countsConnections(endpoint.port, via);
      const witness = new Witness(Date.now);
      const maxConnections = isFrugal ? frugalConnections : usualConnections;
      const patience = { answerMs, totalMs: 100_000, maxConnections };
      const client = new HelloClient(guard, endpoint, via, patience, witness.notice);
      const isWeb = port !== undefined && schemeOf(port) === 'https';
      const asking = { sni: endpoint.name, alpn: isWeb ? ['h2', 'http/1.1'] : [] };

      const survey = await surveyTls(client, asking, isFrugal ? 'never' : extent);
      const confirmed = await confirmSurvey(survey, (ms) => pause(ms, guard), Date.now);
      if (witness.seesKeyAgain && survey.main) await client.ask(survey.main.offer, 'serverKeyExchange');
      const { withoutName, ...others } = survey.others;
      const { leaf, ...facts } = legacyFacts(survey, witness);
      return {
        sni: endpoint.name,
        via,
        ...others,
        ...confirmed,
        ...facts,
        unofferedCipher: witness.unoffered,
        randoms: witness.randoms,
        leaves: { named: leaf, withoutName },
        connections: client.connections,
      };
    },
  };
}

export const tlsHelloProbe = createTlsHelloProbe({ pause, answerMs: 8000 });
