import { u8, u16, vector } from '../wire/tls/bytes.ts';

const heartbeatRecord = 24;
const [request, response] = [1, 2];
const paddingBytes = 16;

/**
 * A heartbeat request (RFC 6520 §4). One that overclaims goes without padding, so that a server that believes it
 * reads exactly the bytes overclaimed.
 */
export function heartbeatRequest(version: number, payload: Buffer, overclaimBytes: number): Buffer {
  const padding = Buffer.alloc(overclaimBytes > 0 ? 0 : paddingBytes);
  const message = Buffer.concat([u8(request), u16(payload.length + overclaimBytes), payload, padding]);
  return Buffer.concat([u8(heartbeatRecord), u16(version), vector(2, message)]);
}

/** How many bytes of payload a heartbeat response carries; undefined for any other record. */
export function parseHeartbeat(record: Buffer): number | undefined {
  if (record.length < 8 || record[0] !== heartbeatRecord || record[5] !== response) return undefined;
  return Math.min(record.readUInt16BE(6), record.length - 8);
}
