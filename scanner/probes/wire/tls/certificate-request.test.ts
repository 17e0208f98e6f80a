import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MalformedError } from './bytes.ts';
import { parseCertificateRequest } from './certificate-request.ts';
import { readableName } from './distinguished-name.ts';

/** CN=Enkaku CA */
const name = Buffer.from('3014311230100603550403' + '0c09456e6b616b75204341', 'hex');
const list = (...names: readonly Buffer[]) => {
  const entries = names.map((der) => Buffer.concat([Buffer.from([0, der.length]), der]));
  const all = Buffer.concat(entries);
  return Buffer.concat([Buffer.from([0, all.length]), all]);
};
const types = Buffer.from('020140', 'hex');
const schemes = Buffer.from('000404010201', 'hex');

test('a request of TLS 1.2 tells the names of its authorities', () => {
  const names = parseCertificateRequest(Buffer.concat([types, schemes, list(name, name)]), 0x0303);
  expect(names.map(readableName)).toEqual(['CN=Enkaku CA', 'CN=Enkaku CA']);
});

test('a request of TLS 1.0 has no signature schemes', () => {
  expect(parseCertificateRequest(Buffer.concat([types, list(name)]), 0x0301)).toEqual([name]);
});

test('a request without names tells none', () => {
  expect(parseCertificateRequest(Buffer.concat([types, schemes, list()]), 0x0303)).toEqual([]);
});

test.each(['', '30', '3003020101', '300531030c0161', 'ffff'])('%s is no name, and empty', (hex) => {
  expect(readableName(Buffer.from(hex, 'hex'))).toBe('');
});

test('any bytes are names or malformed, and any name is text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), fc.constantFrom(0x0301, 0x0303), (noise, version) => {
      try {
        for (const der of parseCertificateRequest(Buffer.from(noise), version)) readableName(der);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
      }
      expect(typeof readableName(Buffer.from(noise))).toBe('string');
    }),
  );
});
