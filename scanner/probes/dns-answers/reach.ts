import { randomInt } from 'node:crypto';
import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { unknown } from '@enkaku/shared/model/observed.ts';
import { encodeQuery, isAnswerTo } from '@enkaku/shared/protocol/dns/query.ts';
import { pause } from '../wire/pause.ts';
import {
  type Ask,
  asked,
  askTcp,
  askUdp,
  endedMs,
  observe,
  refusalOf,
  type Server,
  serverText,
  type Visit,
} from './exchange.ts';

/**
 * When the tries begin, in milliseconds, and how long each waits. Nobody is called unreachable who was not asked
 * three times over ten seconds; all servers of a zone are asked at once, so that a dead one costs that time once.
 */
export interface ReachPatience {
  readonly beginsMs: readonly number[];
  readonly waitMs: number;
}

type Transport = DnsQuestion['transport'];

/** Whether a server answers at all over UDP and over TCP: the SOA of the zone, in the plainest form there is. */
export async function reach(
  visit: Visit,
  server: Server,
  zone: string,
  patience: ReachPatience,
): Promise<Readonly<Record<Transport, readonly DnsQuestion[]>>> {
  const over = (transport: Transport) => tryOver(visit, server, plainSoa(zone), transport, patience);
  const [udp, tcp] = await Promise.all([over('udp'), over('tcp')]);
  return { udp, tcp };
}

export function isReached(tries: readonly DnsQuestion[]): boolean {
  return tries.some(({ answer, answeredFrom }) => answer.outcome === 'yes' && answeredFrom === null);
}

function plainSoa(zone: string): Ask {
  return { purpose: 'reach', name: zone, type: 'SOA', class: 'IN', recursion: false, edns: null };
}

async function tryOver(
  visit: Visit,
  server: Server,
  query: Ask,
  transport: Transport,
  { beginsMs, waitMs }: ReachPatience,
): Promise<readonly DnsQuestion[]> {
  const { guard } = visit;
  const startedMs = performance.now();
  const tries: DnsQuestion[] = [];
  for (const [index, beginMs] of beginsMs.entries()) {
    const early = beginMs - (performance.now() - startedMs);
    if (early > 0) await pause(early, guard);
    const isLast = index === beginsMs.length - 1;
    const one =
      transport === 'udp' && isLast
        ? await askFromAnywhere(visit, server, { ...query, purpose: 'reach-any-source' }, waitMs)
        : await once(visit, server, query, transport, waitMs);
    tries.push(one);
    if (one.answer.outcome === 'yes') break;
  }
  return tries;
}

async function once(
  visit: Visit,
  server: Server,
  query: Ask,
  transport: Transport,
  waitMs: number,
): Promise<DnsQuestion> {
  const answer =
    transport === 'udp'
      ? await askUdp(visit.guard, server, query, { udpMs: [waitMs] })
      : await askTcp(visit.guard, server, query, waitMs);
  return { ...asked(server, query), transport, endedMs: endedMs(visit), answer };
}

/** A server with several addresses, and a box that forwards, may answer from another address than was asked. */
export async function askFromAnywhere(
  visit: Visit,
  server: Server,
  query: Ask,
  timeoutMs: number,
): Promise<DnsQuestion> {
  const datagram = encodeQuery(query, randomInt(0x1_0000));
  let source = serverText(server);
  const about = () => ({ ...asked(server, query), transport: 'udp' as const, endedMs: endedMs(visit) });
  try {
    const answer = await visit.guard.exchangeUdp(server, datagram, {
      timeoutMs,
      accept: (candidate) => isAnswerTo(datagram, candidate),
      heardFrom: (place) => {
        source = serverText(place);
      },
    });
    if (answer === undefined) return { ...about(), answer: unknown('timeout') };
    const answeredFrom = source === serverText(server) ? null : source;
    return { ...about(), answeredFrom, answer: observe(datagram.length, answer) };
  } catch (error) {
    return { ...about(), answer: refusalOf(error) };
  }
}
