import { Cursor, MalformedError } from './bytes.ts';

export interface HandshakeMessage {
  readonly type: number;
  readonly body: Buffer;
  /** What came over the wire from the header of the message's first record to the message's last byte. */
  readonly wire: Buffer;
}

/** What a server has sent in the clear so far. */
export interface Flight {
  readonly messages: readonly HandshakeMessage[];
  /** The description of a fatal alert or of close_notify (0); warnings are passed over. */
  readonly alert: number | null;
  readonly garbled: boolean;
}

const contentTypes = { changeCipherSpec: 20, alert: 21, handshake: 22, heartbeat: 24 } as const;
const maxRecord = 16_384 + 2048;
const maxMessage = 65_536;
/** A first flight has five messages in as many records; thousands are an attack on our time. */
const [maxSegments, maxMessages] = [256, 32];

interface Segment {
  readonly payload: Buffer;
  /** Where its record begins and where the payload begins, in the bytes received. */
  readonly recordAt: number;
  readonly payloadAt: number;
}

/** Reads records and the handshake messages in them (RFC 5246 §6.2, §7.4). Ends where encryption begins. */
export function readFlight(received: Buffer): Flight {
  const segments: Segment[] = [];
  let at = 0;
  while (received.length - at >= 1) {
    const header = received.subarray(at, at + 5);
    if (!couldBeRecord(header)) return { ...messagesOf(segments, received), garbled: true, alert: null };
    const end = at + 5 + (header.length === 5 ? header.readUInt16BE(3) : 0);
    if (header.length < 5 || end > received.length) break;
    const payload = received.subarray(at + 5, end);
    if (header[0] === contentTypes.alert) {
      if (payload.length !== 2) break; // encrypted
      const [level, description = 0] = payload;
      if (level === 2 || description === 0) return { ...messagesOf(segments, received), alert: description };
    } else if (header[0] === contentTypes.handshake) {
      if (segments.push({ payload, recordAt: at, payloadAt: at + 5 }) > maxSegments) {
        return { messages: [], garbled: true, alert: null };
      }
    } else break;
    at = end;
  }
  return { ...messagesOf(segments, received), alert: null };
}

function couldBeRecord(header: Buffer): boolean {
  const [type = 0, major = 3] = header;
  const length = header.length === 5 ? header.readUInt16BE(3) : 1;
  return (
    type >= contentTypes.changeCipherSpec &&
    type <= contentTypes.heartbeat &&
    major === 3 &&
    length <= maxRecord
  );
}

function messagesOf(segments: readonly Segment[], received: Buffer): Omit<Flight, 'alert'> {
  const stream = Buffer.concat(segments.map(({ payload }) => payload));
  const messages: HandshakeMessage[] = [];
  let at = 0;
  while (stream.length - at >= 4) {
    const length = stream.readUIntBE(at + 1, 3);
    if (length > maxMessage || messages.length === maxMessages) return { messages, garbled: true };
    const end = at + 4 + length;
    if (end > stream.length) break;
    const wire = received.subarray(recordOf(segments, at), positionOf(segments, end - 1) + 1);
    messages.push({ type: stream[at] ?? 0, body: stream.subarray(at + 4, end), wire });
    at = end;
  }
  return { messages, garbled: false };
}

function segmentOf(
  segments: readonly Segment[],
  offset: number,
): readonly [Segment | undefined, within: number] {
  let before = 0;
  for (const segment of segments) {
    if (offset < before + segment.payload.length) return [segment, offset - before];
    before += segment.payload.length;
  }
  return [undefined, 0];
}

function recordOf(segments: readonly Segment[], offset: number): number {
  return segmentOf(segments, offset)[0]?.recordAt ?? 0;
}

function positionOf(segments: readonly Segment[], offset: number): number {
  const [segment, within] = segmentOf(segments, offset);
  return (segment?.payloadAt ?? 0) + within;
}

export const messageTypes = {
  serverHello: 2,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateStatus: 22,
} as const;

/** The certificates of a Certificate message up to TLS 1.2 (RFC 5246 §7.4.2), DER, as sent. @throws MalformedError */
export function parseCertificateMessage(body: Buffer): readonly Buffer[] {
  const list = new Cursor(new Cursor(body).vector(3));
  const certificates: Buffer[] = [];
  while (list.left > 0) {
    const certificate = list.vector(3);
    if (certificate.length === 0) throw new MalformedError('an empty certificate');
    certificates.push(certificate);
  }
  return certificates;
}
