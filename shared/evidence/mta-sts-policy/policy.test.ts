import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePolicy, policyModes, policyNames } from './policy.ts';

const good = ['version: STSv1', 'mode: enforce', 'mx: mx1.city.example.jp', 'max_age: 604800'];

describe('parsePolicy', () => {
  test.each([
    ['lines that end in CRLF', good.join('\r\n')],
    ['lines that end in LF and an empty last one', `${good.join('\n')}\n\n`],
    ['fields in another order', good.toReversed().join('\n')],
    ['a field that is not known', [...good, 'note: ours'].join('\n')],
    ['a mode given twice: the first counts', [...good, 'mode: none'].join('\n')],
    ['capitals in the name of a server', good.join('\n').replace('mx1', 'MX1')],
  ])('%s', (_, body) => {
    expect(parsePolicy(body)).toEqual({
      mode: 'enforce',
      maxAgeSeconds: 604_800,
      mx: ['mx1.city.example.jp'],
    });
  });

  test('mode none needs no server', () => {
    expect(parsePolicy('version: STSv1\nmode: none\nmax_age: 60')).toEqual({
      mode: 'none',
      maxAgeSeconds: 60,
      mx: [],
    });
  });

  test.each([
    ['nothing', '', 'syntax'],
    ['a page', '<!doctype html>\n<title>市</title>', 'syntax'],
    ['another version', good.join('\n').replace('STSv1', 'STSv2'), 'version'],
    ['no version', good.slice(1).join('\n'), 'version'],
    ['a mode that is not known', good.join('\n').replace('enforce', 'strict'), 'mode'],
    ['no age', good.slice(0, 3).join('\n'), 'max-age'],
    ['an age with a unit', good.join('\n').replace('604800', '7d'), 'max-age'],
    ['an age over a year', good.join('\n').replace('604800', '31557601'), 'max-age'],
    ['no server', good.filter((text) => !text.startsWith('mx')).join('\n'), 'mx'],
    ['an address for a server', good.join('\n').replace('mx1.city.example.jp', '192.0.2.1 25'), 'mx'],
    ['a wildcard in the middle', good.join('\n').replace('mx1.city', 'mx.*'), 'mx'],
  ])('%s → %s', (_, body, fault) => {
    expect(parsePolicy(body)).toEqual({ fault });
  });

  test('anything at all → a policy with a known mode and a bounded age, or a fault', () => {
    const pieces = fc.constantFrom(...good, 'mx: *.a.example', ':', '\0', '\n', '\r\n', 'mode:', ' ', '　');
    const text = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc.array(pieces).map((some) => some.join('\n')),
    );
    fc.assert(
      fc.property(text, (body) => {
        const policy = parsePolicy(body);
        if ('fault' in policy) return;
        expect(policyModes).toContain(policy.mode);
        expect(policy.maxAgeSeconds).toBeLessThanOrEqual(31_557_600);
      }),
    );
  });
});

test.each([
  ['mx1.city.example.jp', true],
  ['MX1.city.example.jp.', true],
  ['mx.google.example', true],
  ['a.mx.google.example', false],
  ['google.example', false],
  ['mx2.city.example.jp', false],
])('%s is named: %s', (server, named) => {
  const mx = ['mx1.city.example.jp', '*.google.example'];
  expect(policyNames({ mode: 'enforce', maxAgeSeconds: 1, mx }, server)).toBe(named);
});
