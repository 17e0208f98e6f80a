import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError } from './bytes.ts';
import { buildSslv2Hello, parseSslv2ServerHello } from './sslv2.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
/** SERVER-HELLO with a certificate of four bytes, these ciphers and a connection id of 16. */
const serverHello = (ciphers: string) => {
  const body = `0400010002 0004 ${(ciphers.length / 2).toString(16).padStart(4, '0')} 0010 30020500 ${ciphers} ${'c1'.repeat(16)}`;
  const payload = bytes(body.replaceAll(' ', ''));
  return Buffer.concat([Buffer.from([0x80, payload.length]), payload]);
};

describe('a CLIENT-HELLO of SSL 2.0', () => {
  test('says its length, its version and seven ciphers', () => {
    const hello = buildSslv2Hello(Buffer.alloc(16, 7));
    expect(hello.readUInt16BE(0)).toBe(0x8000 | (hello.length - 2));
    expect(hello.toString('hex', 2, 11)).toBe('010002001500000010');
  });
});

describe('a SERVER-HELLO of SSL 2.0', () => {
  test('tells the ciphers that both sides have, and the certificate', () => {
    const parsed = parseSslv2ServerHello(serverHello('0100800700c0ffffff'));
    expect(parsed).toMatchObject({ ciphers: ['010080', '0700c0'] });
    expect(parsed).toMatchObject({ certificate: bytes('30020500'), wire: serverHello('0100800700c0ffffff') });
  });

  test('without a common cipher is one all the same', () => {
    expect(parseSslv2ServerHello(serverHello(''))).toMatchObject({ ciphers: [] });
  });

  test('cut anywhere may still become one', () => {
    const whole = serverHello('010080');
    for (let length = 0; length < whole.length; length++) {
      expect(parseSslv2ServerHello(whole.subarray(0, length))).toBe('more');
    }
  });

  test.each([
    ['a TLS alert', bytes('15030000020228')],
    ['a TLS ServerHello', bytes('160303003e0200003a0303')],
    ['an SMTP greeting', Buffer.from('220 mx.city.example ESMTP\r\n')],
    ['an HTTP answer', Buffer.from('HTTP/1.1 400 Bad Request\r\n')],
    ['an SSL 2.0 error message', bytes('8003000001')],
    ['another version', Buffer.concat([Buffer.from([0x80, 11]), bytes('0400010003000000000000')])],
  ])('%s is none', (_, received) => {
    expect(parseSslv2ServerHello(received)).toBeUndefined();
  });

  test('any bytes are read without any other throw', () => {
    const noise = fc.uint8Array({ maxLength: 200 });
    const damaged = fc.tuple(fc.nat(30), fc.nat(255)).map(([at, value]) => {
      const hello = serverHello('010080');
      hello[at] = value;
      return hello;
    });
    fc.assert(
      fc.property(fc.oneof(noise, damaged), (received) => {
        try {
          parseSslv2ServerHello(Buffer.from(received));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
    );
  });
});
