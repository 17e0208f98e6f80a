import { u8, u16, vector } from './bytes.ts';

/** Bytes of servers that nothing here can run any more. */
export function record(type: number, payload: Buffer, version = 0x0303): Buffer {
  return Buffer.concat([u8(type), u16(version), vector(2, payload)]);
}

export const alert = (description: number): Buffer => record(21, Buffer.from([2, description]));

interface Flight {
  readonly cipher?: string;
  readonly sessionId?: Buffer;
  /** By number, each with its data. */
  readonly extensions?: readonly (readonly [type: number, data: Buffer])[];
  /** DER; without it the flight ends after the ServerHello. */
  readonly certificate?: Buffer;
}

/** ServerHello, Certificate and ServerHelloDone of TLS 1.2. */
export function flight(wish: Flight = {}): Buffer {
  const { cipher = '009c', sessionId = Buffer.alloc(0), extensions = [], certificate } = wish;
  const block = extensions.map(([type, data]) => Buffer.concat([u16(type), vector(2, data)]));
  const hello = Buffer.concat([
    u16(0x0303),
    Buffer.alloc(32, 0x5a),
    vector(1, sessionId),
    Buffer.from(cipher, 'hex'),
    u8(0),
    ...(block.length > 0 ? [vector(2, ...block)] : []),
  ]);
  const messages = [message(2, hello)];
  if (certificate) {
    messages.push(message(11, vector(3, vector(3, certificate))), message(14, Buffer.alloc(0)));
  }
  return Buffer.concat(messages.map((body) => record(22, body)));
}

function message(type: number, body: Buffer): Buffer {
  return Buffer.concat([u8(type), vector(3, body)]);
}
