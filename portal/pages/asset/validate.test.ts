import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAsset } from './validate.ts';

test.each([
  ['address', '203.0.113.1', 'internet', 'no: documentation'],
  ['address', '8.8.8.8', 'internet', '8.8.8.8'],
  ['address', '８.８.８.８', 'internet', '8.8.8.8'],
  ['address', '::ffff:8.8.8.8', 'internet', '8.8.8.8'],
  ['address', '2606:4700::0001', 'internet', '2606:4700::1'],
  ['address', '127.0.0.1', 'internet', 'no: loopback'],
  ['address', '::ffff:127.0.0.1', 'internet', 'no: loopback, mapped'],
  ['address', '10.1.2.3', 'internet', 'no: private'],
  ['address', '169.254.169.254', 'internet', 'no: link-local'],
  ['address', '0177.0.0.1', 'internet', 'no: octal'],
  ['address', '8.8.8', 'internet', 'no: short'],
  ['address', 'www.example.jp', 'internet', 'no: a name'],
  ['address', '127.77.0.1', 'lab', '127.77.0.1'],
  ['address', '8.8.8.8', 'lab', 'no: the Internet'],
  ['range', '8.8.8.0/24', 'internet', '8.8.8.0/24'],
  ['range', '8.8.8.1/24', 'internet', 'no: host bits'],
  ['range', '8.8.0.0/16', 'internet', 'no: too large'],
  ['range', '10.0.0.0/24', 'internet', 'no: private'],
  ['range', '2606:4700::/32', 'internet', 'no: too large'],
  ['range', '8.8.8.8', 'internet', 'no: no length'],
  ['name', 'WWW.City.Example.LG.JP.', 'internet', 'www.city.example.lg.jp'],
  ['name', '見本市.jp', 'internet', 'xn--7stw7rg02a.jp'],
  ['name', 'https://www.example.jp/', 'internet', 'no: an address of a page'],
  ['name', '127.0.0.1', 'internet', 'no: an address'],
  ['name', 'localhost', 'internet', 'no: one label'],
  ['domain', 'city.example.lg.jp', 'internet', 'city.example.lg.jp'],
  ['domain', 'a b.jp', 'internet', 'no: a blank'],
  ['something', '8.8.8.8', 'internet', 'no: no such kind'],
] as const)('%s %s (%s) → %s', (kind, typed, network, expected) => {
  const parsed = parseAsset(kind, typed, network);

  if (expected.startsWith('no')) expect(parsed.outcome).toBe('wrong');
  else expect(parsed).toEqual({ outcome: 'asset', kind, value: expected });
});

test('whatever is typed → an asset or a reason, never an exception', () => {
  const kinds = fc.constantFrom('address', 'range', 'name', 'domain', '');
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.ipV4(),
    fc.ipV6(),
    fc.domain(),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(kinds, typed, (kind, text) => {
      const parsed = parseAsset(kind, text, 'internet');
      expect(['asset', 'wrong']).toContain(parsed.outcome);
    }),
  );
});
