import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError } from './bytes.ts';
import { captured } from './captured.fixture.ts';
import { messageTypes, parseCertificateMessage, readFlight } from './flight.ts';
import { judge } from './hello-exchange.ts';
import { parseServerHello } from './server-hello.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const flight = readFlight(bytes(captured.tls12Flight));

describe('the flight of a TLS 1.2 server', () => {
  test('is read message by message', () => {
    expect(flight.messages.map(({ type }) => type)).toEqual([2, 11, 12, 14]);
    expect(flight).toMatchObject({ alert: null, garbled: false });
  });

  test('gives the wire bytes of its ServerHello and nothing behind it', () => {
    expect(flight.messages[0]?.wire.toString('hex')).toBe(captured.tls12Flight.slice(0, 2 * (5 + 65)));
  });

  test('that packs all messages into one record is read the same', () => {
    const body = flight.messages.map(({ type, body }) => {
      const length = body.length.toString(16).padStart(6, '0');
      return `0${type.toString(16)}${length}${body.toString('hex')}`;
    });
    const payload = bytes(body.join(''));
    const record = Buffer.concat([
      bytes('160303'),
      Buffer.from([payload.length >> 8, payload.length & 255]),
      payload,
    ]);
    expect(readFlight(record).messages.map(({ type, body }) => [type, body])).toEqual(
      flight.messages.map(({ type, body }) => [type, body]),
    );
  });

  test('cut anywhere is a beginning, never garbage', () => {
    const whole = bytes(captured.tls12Flight);
    for (let length = 0; length < whole.length; length++) {
      const part = readFlight(whole.subarray(0, length));
      expect(part.garbled).toBe(false);
      expect(part.messages.length).toBeLessThanOrEqual(4);
    }
  });

  test('holds the certificate as it was sent', () => {
    const message = flight.messages.find(({ type }) => type === messageTypes.certificate);
    const certificates = parseCertificateMessage(message?.body ?? Buffer.alloc(0));
    expect(certificates.map((der) => der.toString('hex', 0, 4))).toEqual(['3082017e']);
  });
});

describe('a ServerHello', () => {
  test('of TLS 1.2 names version, suite and extensions', () => {
    const hello = parseServerHello(flight.messages[0]?.body ?? Buffer.alloc(0));
    expect(hello).toMatchObject({ version: 'TLSv1.2', cipher: 'c02b', compression: 0 });
    expect(hello.extensions.get(0xff01)?.toString('hex')).toBe('00');
  });

  test('that is a HelloRetryRequest of TLS 1.3 is one all the same', () => {
    const answer = judge(readFlight(bytes(captured.helloRetryRequest)), 'closed');
    expect(answer).toMatchObject({ kind: 'hello', hello: { version: 'TLSv1.3', cipher: '1301' } });
  });

  test('that claims 0x0304 without the extension chose no version', () => {
    const body = bytes(`0304${'00'.repeat(32)}00130100`);
    expect(parseServerHello(body).version).toBeUndefined();
  });

  test('without extensions, as SSLv3 sends it, is whole', () => {
    const body = bytes(`0300${'00'.repeat(32)}00000500`);
    expect(parseServerHello(body)).toMatchObject({ version: 'SSLv3', cipher: '0005' });
  });
});

describe('an answer', () => {
  test.each([captured.protocolVersion, captured.handshakeFailure, '1503010002022f', '15030100020247'])(
    '%s is a refusal',
    (hex) => {
      expect(judge(readFlight(bytes(hex)), 'closed')).toMatchObject({ kind: 'refused' });
    },
  );

  test.each([
    ['unrecognized_name', '15030300020270', 'blocked'],
    ['internal_error', '15030300020250', 'blocked'],
    ['close_notify', '15030300020100', 'closed'],
    ['plain HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n').toString('hex'), 'garbled'],
    ['an SMTP greeting', Buffer.from('220 mx ESMTP\r\n').toString('hex'), 'garbled'],
    ['an SSH banner', Buffer.from('SSH-2.0-x\r\n').toString('hex'), 'garbled'],
    ['a Certificate without a ServerHello', '16030300040b000000', 'garbled'],
    ['a ServerHello cut short inside', '1603030006020000020303', 'garbled'],
    ['nothing', '', 'timeout'],
  ])('%s proves nothing', (_, hex, reason) => {
    expect(judge(readFlight(bytes(hex)), 'timeout')).toMatchObject({ kind: 'unknown', reason });
  });

  test('a warning does not hide the ServerHello behind it', () => {
    const warned = readFlight(bytes(`15030300020170${captured.tls12Flight}`));
    expect(judge(warned, 'closed')).toMatchObject({ kind: 'hello' });
  });

  test('thousands of empty records are garbage, not work', () => {
    expect(readFlight(bytes('1603030000'.repeat(5000))).garbled).toBe(true);
  });
});

describe('any bytes', () => {
  test('are read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
        readFlight(Buffer.from(noise));
      }),
    );
  });

  test('of damaged flights are read without a throw', () => {
    const whole = bytes(captured.tls12Flight);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(damage, (changes) => {
        const damaged = Buffer.from(whole);
        for (const [at, value] of changes) damaged[at] = value;
        const read = readFlight(damaged);
        judge(read, 'closed');
        for (const { body } of read.messages) expectMalformedOnly(() => parseCertificateMessage(body));
      }),
    );
  });
});

function expectMalformedOnly(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedError);
  }
}
