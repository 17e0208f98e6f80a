import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { Guard, Place } from '../../guard/guard.ts';
import type { HostView, Probe } from '../probe.ts';
import { openTcpPorts, portAt, probedName } from '../wire/services.ts';
import { portOf } from '../wire/tls-route.ts';
import { answerMs, ask } from './ask.ts';
import type { Protocol } from './protocol.ts';
import { protocols } from './protocols.ts';

type Replies = EvidenceData['service-reply']['replies'];

/** Of one place, one after another. */
const mostQuestions = 8;
const mostFurther = 4;

/** What services answer to a question in their own language: one word, and no more than proves what they are. */
export const serviceReplyProbe: Probe<'service-reply'> = {
  kind: 'service-reply',
  worstCaseMs: mostQuestions * (answerMs + 5000),

  places(host) {
    const { order } = host;
    if (order.target.kind !== 'host') return [];
    const { address } = order.target;
    const tcp = openTcpPorts(host).map(({ port }) => ({ port, transport: 'tcp' as const }));
    const udp = order.udpPorts.map((port) => ({ port, transport: 'udp' as const }));
    return [...tcp, ...udp]
      .map((place): Endpoint => ({ host: address, name: null, ...place }))
      .filter((endpoint) => protocolsAt(endpoint, host).length > 0);
  },

  async gather(endpoint, guard, host) {
    const place = { address: endpoint.host, port: portOf(endpoint) };
    const replies = [];
    for (const protocol of protocolsAt(endpoint, host)) {
      replies.push(...(await askAll(guard, place, protocol)));
    }
    return { replies };
  },
};

/** Datagrams all at once, since each silence takes seconds; connections one after another. */
async function askAll(guard: Guard, place: Place, protocol: Protocol): Promise<Replies> {
  const replies = await askEach(guard, place, protocol);
  const answer = replies[0]?.answer;
  const further =
    answer?.outcome === 'yes' ? (protocol.follow?.(answer.value.facts, place.address) ?? []) : [];
  for (const question of further.slice(0, mostFurther)) {
    replies.push(await ask(guard, place, protocol, question));
  }
  return replies;
}

async function askEach(guard: Guard, place: Place, protocol: Protocol): Promise<Replies> {
  const { questions, transport } = protocol;
  if (transport === 'udp') {
    return await Promise.all(questions.map((question) => ask(guard, place, protocol, question)));
  }
  const replies: Replies = [];
  for (const question of questions) replies.push(await ask(guard, place, protocol, question));
  return replies;
}

/** The languages to try at a place: that of the service that named itself, else the usual ones of the port. */
export function protocolsAt({ port, transport }: Endpoint, host: HostView): readonly Protocol[] {
  const name = transport === 'tcp' ? probedName(portAt(host, port)?.service ?? null) : undefined;
  const permitted = protocols.filter(
    (protocol) =>
      protocol.transport === transport &&
      (protocol.optIn === undefined || host.order.optIns.includes(protocol.optIn)),
  );
  if (name !== undefined) return permitted.filter(({ services }) => services.includes(name));
  return permitted.filter(({ ports }) => port !== null && ports.includes(port));
}
