import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { extensionTypes } from '../wire/tls/server-hello.ts';
import { versionNumbers } from '../wire/tls/versions.ts';
import type { Connections } from './connections.ts';
import { heartbeatRequest, parseHeartbeat } from './heartbeat.ts';
import { RawHandshake } from './raw-handshake.ts';

type Found = EvidenceData['tls-behaviour']['heartbleed'];

/** What the consent says: at most this much memory may come back, and it is discarded unread. */
const overclaimBytes = 16;
const payload = Buffer.from('enkaku');

/**
 * CVE-2014-0160: a heartbeat that claims to be longer than it is, then an honest one. A server that is mended drops the
 * first and answers the second. Only with consent. @throws ProbeError | GuardError | NoStarttlsError
 */
export async function observeHeartbleed(connections: Connections): Promise<Found> {
  using handshake = await RawHandshake.begin(connections);
  const { answer } = handshake;
  if (answer.kind !== 'hello') return answer.kind === 'refused' ? no : unknown(answer.reason);
  if (!answer.hello.extensions.has(extensionTypes.heartbeat)) return no;
  const version = versionNumbers[answer.hello.version ?? 'TLSv1.2'];
  handshake.send(heartbeatRequest(version, payload, overclaimBytes));
  handshake.send(heartbeatRequest(version, payload, 0));
  const reaction = await handshake.reaction(connections.answerMs);
  if (reaction.kind === 'alert') return no;
  if (reaction.kind !== 'record') return unknown(reaction.kind);
  const answeredBytes = parseHeartbeat(reaction.wire);
  if (answeredBytes === undefined) return unknown('garbled');
  return answeredBytes > payload.length ? yes({ sentBytes: payload.length, answeredBytes }) : no;
}
