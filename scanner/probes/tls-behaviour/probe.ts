import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown } from '@enkaku/shared/model/observed.ts';
import type { Probe } from '../probe.ts';
import { countsConnections, placesFor, portAt, schemeOf, tlsRouteOf } from '../wire/services.ts';
import { observeCcsInjection } from './ccs-injection.ts';
import { Connections, observe } from './connections.ts';
import { observeHeartbleed } from './heartbleed.ts';
import { observeRobot } from './robot.ts';
import { lookAtSession, type RuntimeSession } from './runtime-session.ts';
import { observeTicketbleed } from './ticketbleed.ts';

type Data = EvidenceData['tls-behaviour'];

const notAttempted = unknown('not-attempted');

export interface TlsBehaviourOptions {
  /** For one answer. */
  readonly answerMs: number;
}

/** What a server does after the first flight: sessions by the runtime, wrong turns by raw bytes. */
export function createTlsBehaviourProbe({ answerMs }: TlsBehaviourOptions): Probe<'tls-behaviour'> {
  return {
    kind: 'tls-behaviour',
    worstCaseMs: 210_000,
    places: (host) => placesFor(host, (port) => tlsRouteOf(port) !== undefined),
    async gather(endpoint, guard, host) {
      const port = portAt(host, endpoint.port);
      const via = (port && tlsRouteOf(port)) ?? 'direct';
      const connections = new Connections(guard, endpoint, via, answerMs);
      const isWeb = port !== undefined && schemeOf(port) === 'https';
      const wanted = {
        // Ten connections.
        robot: !countsConnections(endpoint.port, via),
        heartbleed: host.order.optIns.includes('heartbleed'),
      };
      const sessions = await lookAtSessions(connections, isWeb ? ['h2', 'http/1.1'] : []);
      const isSilent = sessions.session.outcome === 'unknown' && sessions.session.reason === 'timeout';
      const wrongTurns = isSilent ? notTried : await takeWrongTurns(connections, sessions.rawTicket, wanted);
      const { session, ticket, earlyData, clientRenegotiation } = sessions;
      return {
        sni: endpoint.name,
        via,
        session,
        ticket,
        earlyData,
        clientRenegotiation,
        ...wrongTurns,
        connections: connections.count,
      };
    },
  };
}

export const tlsBehaviourProbe = createTlsBehaviourProbe({ answerMs: 8000 });

type Sessions = Pick<Data, 'session' | 'ticket' | 'earlyData' | 'clientRenegotiation'> &
  Pick<RuntimeSession, 'rawTicket'>;

/** One session with the best version; another up to TLS 1.2 where the best was newer. */
async function lookAtSessions(connections: Connections, alpn: readonly string[]): Promise<Sessions> {
  const best = await shake(connections, { alpn });
  if ('outcome' in best) {
    const ticket = { 'TLSv1.2': best, 'TLSv1.3': best };
    return { session: best, ticket, earlyData: best, clientRenegotiation: best, rawTicket: undefined };
  }
  const { session, earlyData, version } = best;
  const older = version === 'TLSv1.3' ? await shake(connections, { alpn, maxVersion: 'TLSv1.2' }) : best;
  const isOlderKnown = !('outcome' in older);
  return {
    session,
    earlyData: version === 'TLSv1.3' ? earlyData : no,
    ticket: {
      'TLSv1.2': isOlderKnown ? older.ticket : older,
      'TLSv1.3': version === 'TLSv1.3' ? best.ticket : no,
    },
    clientRenegotiation: isOlderKnown ? older.renegotiation : older,
    rawTicket: isOlderKnown ? older.rawTicket : undefined,
  };
}

async function shake(
  connections: Connections,
  options: Parameters<Connections['shake']>[0],
): Promise<RuntimeSession | Observed<never>> {
  let seen: RuntimeSession | undefined;
  const failure = await observe<never>(connections, async () => {
    const startedAt = performance.now();
    const socket = await connections.shake(options);
    const handshakeMs = performance.now() - startedAt;
    seen = await lookAtSession(socket, { answerMs: connections.answerMs, handshakeMs });
    return no;
  });
  return seen ?? failure;
}

type WrongTurns = Pick<Data, 'ccsInjection' | 'ticketbleed' | 'robot' | 'heartbleed'>;
const notTried: WrongTurns = {
  ccsInjection: notAttempted,
  ticketbleed: notAttempted,
  robot: notAttempted,
  heartbleed: notAttempted,
};

async function takeWrongTurns(
  connections: Connections,
  ticket: Buffer | undefined,
  wanted: { readonly robot: boolean; readonly heartbleed: boolean },
): Promise<WrongTurns> {
  const [ccsInjection, ticketbleed, robot, heartbleed] = await Promise.all([
    observe(connections, () => observeCcsInjection(connections)),
    ticket ? observe(connections, () => observeTicketbleed(connections, ticket)) : no,
    wanted.robot ? observe(connections, () => observeRobot(connections)) : notAttempted,
    wanted.heartbleed ? observe(connections, () => observeHeartbleed(connections)) : notAttempted,
  ]);
  return { ccsInjection, ticketbleed, robot, heartbleed };
}
