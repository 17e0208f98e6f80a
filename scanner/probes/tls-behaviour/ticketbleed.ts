import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import type { HelloAnswer } from '../wire/tls/hello-exchange.ts';
import type { Connections } from './connections.ts';
import { RawHandshake } from './raw-handshake.ts';

type Found = EvidenceData['tls-behaviour']['ticketbleed'];

/** One byte each, all different: a session id of the server's own making begins with all three by chance once in 2^24. */
const sessionIds = [0x45, 0x9b, 0xd2].map((byte) => Buffer.from([byte]));

/**
 * CVE-2016-9244: a session id of one byte beside a ticket comes back with memory behind it.
 * @param ticket of a session of TLS 1.2; without one there is nothing to resume
 * @throws ProbeError | GuardError | NoStarttlsError
 */
export async function observeTicketbleed(connections: Connections, ticket: Buffer): Promise<Found> {
  const leaks: Extract<HelloAnswer, { kind: 'hello' }>[] = [];
  for (const sessionId of sessionIds) {
    const answer = await resume(connections, ticket, sessionId);
    if (answer.kind !== 'hello') return answer.kind === 'refused' ? no : unknown(answer.reason);
    const echoed = answer.hello.sessionId;
    if (echoed.length <= sessionId.length || !echoed.subarray(0, 1).equals(sessionId)) return no;
    leaks.push(answer);
  }
  return proofOf(leaks);
}

async function resume(connections: Connections, ticket: Buffer, sessionId: Buffer): Promise<HelloAnswer> {
  using handshake = await RawHandshake.begin(connections, { resume: { ticket, sessionId } });
  return handshake.answer;
}

/** What leaked is not kept: of the echo its length is, and the ServerHello up to the byte that was ours. */
function proofOf([first, second]: readonly Extract<HelloAnswer, { kind: 'hello' }>[]): Observed<
  Extract<Found, { outcome: 'yes' }>['value']
> {
  if (first === undefined || second === undefined) return unknown('garbled');
  return yes({
    sent: sessionIds[0]?.toString('hex') ?? '',
    echoedBytes: first.hello.sessionId.length,
    serverHello: withoutLeak(first),
    confirmedBy: withoutLeak(second),
  });
}

const [recordHeader, beforeSessionId] = [5, 4 + 2 + 32 + 1];

function withoutLeak({ wire }: Extract<HelloAnswer, { kind: 'hello' }>): string {
  return wire.toString('hex', 0, recordHeader + beforeSessionId + 1);
}
