import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, expandCidr, isWithin, parseAddress, parseCidr, specialPurpose } from './address.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
])('%s → %s', (typed, canonical) => {
  expect(parseAddress(typed)).toBe(canonical);
});

test.each([
  '0300.0.2.1',
  '0x7f.1',
  '2130706433',
  '127.1',
  'fe80::1%eth0',
  '-iL/etc/passwd',
  '1.2.3.4 ',
  '',
  '1.2.3.256',
  '１.2.3.4',
])('the notation %j → no address', (typed) => {
  expect(parseAddress(typed)).toBeUndefined();
});

test.each([
  ['127.0.0.1', 'loopback'],
  ['10.1.2.3', 'private'],
  ['100.64.0.1', 'carrierGradeNat'],
  ['169.254.1.1', 'linkLocal'],
  ['192.0.2.1', 'reserved'],
  ['224.0.0.1', 'multicast'],
  ['0.0.0.0', 'unspecified'],
  ['255.255.255.255', 'broadcast'],
  ['::1', 'loopback'],
  ['fd00::1', 'uniqueLocal'],
  ['2001:db8::1', 'reserved'],
])('%s → special purpose: %s', (address, range) => {
  expect(specialPurpose(address as Address)).toBe(range);
});

test.each(['8.8.8.8', '203.0.114.1', '2400:4000::1'])('%s → a plain public address', (address) => {
  expect(specialPurpose(address as Address)).toBeUndefined();
});

test.each(['192.0.2.1/24', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/8/8', '2001:db8::/129', 'a/8'])(
  '%s → no CIDR',
  (text) => {
    expect(parseCidr(text)).toBeUndefined();
  },
);

test('a /30 → its four addresses, across a byte where need be', () => {
  const [network, prefix] = parseCidr('192.0.2.252/30') ?? [];
  if (network === undefined || prefix === undefined) throw new Error('not parsed');

  expect(expandCidr(network, prefix)).toEqual(['192.0.2.252', '192.0.2.253', '192.0.2.254', '192.0.2.255']);
  expect(() => expandCidr('10.0.0.0' as Address, 8)).toThrow(RangeError);
});

test('every address of an expanded range → lies within it, none twice', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 24, max: 32 }), (ip, prefix) => {
      const base = parseCidr(`${ip.split('.').slice(0, 3).join('.')}.0/${prefix}`);
      if (base === undefined) return;
      const all = expandCidr(...base);
      expect(new Set(all).size).toBe(2 ** (32 - prefix));
      expect(all.every((address) => isWithin(address, ...base))).toBe(true);
    }),
  );
});

test('any text at all → parsed or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      parseAddress(text);
      parseCidr(text);
    }),
  );
});
