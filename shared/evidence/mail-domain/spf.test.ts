import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSpf, parseSpf, targetOf } from './spf.ts';

/** The records that RFC 7208, Appendix A.1 to A.4 and §7.4, give as examples. */
test.each([
  'v=spf1 +all',
  'v=spf1 a -all',
  'v=spf1 a:example.org -all',
  'v=spf1 mx -all',
  'v=spf1 mx:example.org -all',
  'v=spf1 mx mx:example.org -all',
  'v=spf1 mx/30 mx:example.org/30 -all',
  'v=spf1 ptr -all',
  'v=spf1 ip4:192.0.2.128/28 -all',
  'v=spf1 include:example.com include:example.net -all',
  'v=spf1 redirect=example.org',
  'v=spf1 mx -all exp=explain._spf.%{d}',
  'v=spf1 exists:%{l1r-}.lp._spf.%{d} -all',
  'v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all',
  'v=spf1 a:mail.%{d2}//64 ip6:2001:db8::/32 ~all',
  'v=spf1 unknown=whatever -all',
])('%s → no fault', (record) => {
  expect(isSpf(record)).toBe(true);
  expect(parseSpf(record).filter(({ kind }) => kind === 'fault')).toEqual([]);
});

test.each([
  'ip4:192.0.2',
  'ip4:192.0.2.256',
  'ip4:192.0.2.1/33',
  'ip6:192.0.2.1',
  'ip6:2001:db8::/129',
  'include',
  'include:',
  'a:exa mple.org'.split(' ')[1] ?? '',
  'all:example.org',
  'mx:example.org//129',
  'include:%{x}.example.org',
  'include:%(d).example.org',
  'exists:%',
  'redirect=',
  'ipv4:192.0.2.1',
  '*all',
])('the term %s → a fault', (term) => {
  expect(parseSpf(`v=spf1 ${term}`)).toEqual([{ kind: 'fault', term }]);
});

test('terms → what they say', () => {
  expect(parseSpf('v=spf1 ?a:MAIL.example.org/24//64 Redirect=_spf.example.org')).toEqual([
    { kind: 'mechanism', qualifier: '?', name: 'a', value: 'MAIL.example.org', prefix4: 24, prefix6: 64 },
    { kind: 'modifier', name: 'redirect', value: '_spf.example.org' },
  ]);
});

test.each([
  ['', 'city.example.jp'],
  ['Mail.Example.ORG.', 'mail.example.org'],
  ['%{i}._spf.example.org', undefined],
])('the target %j of city.example.jp → %s', (value, target) => {
  expect(targetOf(value, 'city.example.jp')).toBe(target);
});

test('any record → terms, within reasonable time; never an error', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4000, unit: 'binary-ascii' }), (text) => {
      const began = performance.now();
      parseSpf(`v=spf1 ${text}`);
      expect(performance.now() - began).toBeLessThan(500);
    }),
  );
  for (const hostile of [
    'a:'.padEnd(65_000, '/'),
    'a:'.padEnd(65_000, '%{d}'),
    '-'.repeat(65_000),
    'include:'.padEnd(65_000, 'a.'),
  ]) {
    const began = performance.now();
    parseSpf(`v=spf1 ${hostile}`);
    expect(performance.now() - began).toBeLessThan(500);
  }
});
