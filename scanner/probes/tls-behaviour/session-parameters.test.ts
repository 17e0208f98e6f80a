import { MalformedDerError } from '@enkaku/shared/evidence/certificate/der.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MalformedError } from '../wire/tls/bytes.ts';
import { parseSession } from './session-parameters.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const [version, ticket] = ['020101', 'aa04040255aa'];
const session = (...fields: readonly string[]) => {
  const body = bytes([version, ...fields].join(''));
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
};

test('a session with a ticket tells its lifetime, and how much early data it allows', () => {
  const parameters = parseSession(session('a90402021c20', ticket, 'af0402024000'));
  expect(parameters).toEqual({ ticketLifetimeSeconds: 7200, maxEarlyDataBytes: 16_384 });
});

test('a lifetime of zero is left out by OpenSSL', () => {
  expect(parseSession(session(ticket))).toEqual({ ticketLifetimeSeconds: 0, maxEarlyDataBytes: 0 });
});

test('a session without a ticket has no lifetime', () => {
  expect(parseSession(session('a90402021c20'))).toMatchObject({ ticketLifetimeSeconds: null });
});

test("Node's envelope is taken off", () => {
  const envelope = Buffer.from('\0nodejs:tls:session:1\0\0\x03a.b', 'latin1');
  expect(parseSession(Buffer.concat([envelope, session(ticket)]))).toMatchObject({
    ticketLifetimeSeconds: 0,
  });
});

test('any bytes are parameters or malformed', () => {
  const noise = fc.uint8Array({ maxLength: 80 });
  const inside = noise.map((field) => session(Buffer.from(field).toString('hex')));
  fc.assert(
    fc.property(fc.oneof(noise, inside), (received) => {
      try {
        expect(parseSession(Buffer.from(received)).maxEarlyDataBytes).toBeGreaterThanOrEqual(0);
      } catch (error) {
        expect(error instanceof MalformedError || error instanceof MalformedDerError).toBe(true);
      }
    }),
  );
});
