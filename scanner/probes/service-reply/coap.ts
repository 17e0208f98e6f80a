import type { Facts, Protocol } from './protocol.ts';

const messageId = 0x4d6a;

/** RFC 7252 and RFC 6690: GET /.well-known/core, confirmable, without a token. */
export const coap: Protocol = {
  name: 'coap',
  transport: 'udp',
  ports: [5683],
  services: ['coap'],
  questions: [{ asked: 'well-known-core', say: request(), read }],
};

function request(): Buffer {
  const head = Buffer.of(0x40, 0x01, messageId >> 8, messageId & 0xff);
  const path = Buffer.concat([
    Buffer.of(0xbb),
    Buffer.from('.well-known'),
    Buffer.of(0x04),
    Buffer.from('core'),
  ]);
  return Buffer.concat([head, path]);
}

function read(bytes: Buffer): Facts | undefined {
  const isAnswer = bytes.length >= 4 && (bytes[0] ?? 0) >> 6 === 1 && bytes.readUInt16BE(2) === messageId;
  if (!isAnswer) return undefined;
  const code = bytes[1] ?? 0;
  // 0.xx are requests: an echo of our own.
  if (code >> 5 < 2) return undefined;
  return { code: `${code >> 5}.${String(code & 31).padStart(2, '0')}`, bytes: String(bytes.length) };
}
