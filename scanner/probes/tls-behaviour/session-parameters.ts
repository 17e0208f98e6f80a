import {
  derTags,
  MalformedDerError,
  readElements,
  readInside,
} from '@enkaku/shared/evidence/certificate/der.ts';
import { Cursor } from '../wire/tls/bytes.ts';

export interface SessionParameters {
  /** null: the server gave no ticket. */
  readonly ticketLifetimeSeconds: number | null;
  readonly maxEarlyDataBytes: number;
}

/** Fields of OpenSSL's SSL_SESSION (ssl/ssl_asn1.c), each in a tag of its own. */
const fields = { lifetimeHint: 0xa9, ticket: 0xaa, maxEarlyData: 0xaf } as const;

/** Node puts this and the host's name before the session (lib/_tls_wrap.js). */
const envelope = Buffer.from('\0nodejs:tls:session:1\0', 'latin1');

/** What the runtime's own record of a session tells of the server's ticket. @throws MalformedError, MalformedDerError */
export function parseSession(session: Buffer): SessionParameters {
  const elements = readInside(withoutEnvelope(session), derTags.sequence);
  const content = (tag: number) => elements.find((element) => element.tag === tag)?.content;
  const hasTicket = content(fields.ticket) !== undefined;
  return {
    ticketLifetimeSeconds: hasTicket ? integer(content(fields.lifetimeHint)) : null,
    maxEarlyDataBytes: integer(content(fields.maxEarlyData)),
  };
}

function withoutEnvelope(session: Buffer): Buffer {
  if (!session.subarray(0, envelope.length).equals(envelope)) return session;
  const cursor = new Cursor(session.subarray(envelope.length));
  cursor.vector(2);
  return cursor.take(cursor.left);
}

/** OpenSSL leaves out what is zero. */
function integer(field: Buffer | undefined): number {
  if (field === undefined) return 0;
  const [element] = readElements(field);
  if (element?.tag !== derTags.integer || element.content.length < 1 || element.content.length > 5) {
    throw new MalformedDerError('not a number of 32 bits');
  }
  return element.content.readUIntBE(0, element.content.length);
}
