import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildHttps, exchange, htmlPage, noAnswer } from '../../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { cspHttpScheme } from './http-scheme.ts';
import { cspInvalid } from './invalid.ts';
import { cspNoObjectBase } from './no-object-base.ts';
import { parsePolicies } from './policy.ts';
import { allowsInline, anywhere, mistakenSource } from './sources.ts';
import { cspUnsafeEval } from './unsafe-eval.ts';
import { cspUnsafeInline } from './unsafe-inline.ts';
import { cspWildcard } from './wildcard.ts';

const page = (...policies: readonly string[]) =>
  buildHttps([
    exchange(
      'root',
      htmlPage(
        undefined,
        policies.map((policy) => ['Content-Security-Policy', policy] as const),
      ),
    ),
  ]);
const element = (policy: string, header = '') =>
  buildHttps([
    exchange(
      'root',
      htmlPage(
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        header === '' ? [] : [['Content-Security-Policy', header]],
      ),
    ),
  ]);

const all = { cspUnsafeInline, cspUnsafeEval, cspWildcard, cspHttpScheme, cspNoObjectBase, cspInvalid };

describe.each(Object.entries(all))('%s', (_, check) => {
  test.each([
    ['no policy', page(), 'not-applicable'],
    ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout'],
  ])('%s → %s', (_name, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });

  test.each([
    "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
    "script-src 'nonce-cmFuZG9t' 'strict-dynamic' 'unsafe-inline' https: http:; object-src 'none'; base-uri 'none'; upgrade-insecure-requests",
    "DEFAULT-SRC 'NONE'; Script-Src 'Self' https://cdn.example",
    "default-src 'none'; script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'unsafe-inline'; base-uri 'self'",
  ])('%s → no finding', (policy) => {
    expect(outcomeOf(check, page(policy))).not.toMatch(/verified|inferred/);
  });
});

test.each([
  ["script-src 'self' 'unsafe-inline'", 'low verified'],
  ["default-src 'unsafe-inline'", 'low verified'],
  ["default-src 'self'; script-src-attr 'unsafe-inline'", 'low verified'],
  ['upgrade-insecure-requests', 'low verified'],
  ["frame-ancestors 'none'", 'low verified'],
  ["script-src 'self'; style-src 'unsafe-inline'", 'safe'],
  ["script-src 'unsafe-inline' 'nonce-abc'", 'safe'],
  ["script-src 'unsafe-inline' 'strict-dynamic'", 'safe'],
  ["script-src 'unsafe-inline'; script-src-elem 'self'; script-src-attr 'none'", 'safe'],
  ["script-src 'self'; script-src 'unsafe-inline'", 'safe'],
  ['sandbox', 'safe'],
  ['sandbox allow-scripts', 'low verified'],
])('unsafe-inline: %s → %s', (policy, outcome) => {
  expect(outcomeOf(cspUnsafeInline, page(policy))).toBe(outcome);
});

test.each([
  ['two policies, one of them strict', page("script-src 'unsafe-inline'", "script-src 'self'"), 'safe'],
  ['two in one header, one of them strict', page("script-src 'unsafe-inline', script-src 'self'"), 'safe'],
  ['two lax policies', page("script-src 'unsafe-inline'", "default-src * 'unsafe-inline'"), 'low verified'],
  ['a lax element, a strict header', element("script-src 'unsafe-inline'", "script-src 'self'"), 'safe'],
  ['a lax element', element("script-src 'unsafe-inline'"), 'low verified'],
])('unsafe-inline in %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(cspUnsafeInline, evidence)).toBe(outcome);
});

test('a lax policy on HTTP/2 alone → seen', () => {
  const strict = htmlPage(undefined, [['Content-Security-Policy', "script-src 'self'"]]);
  const lax = htmlPage(undefined, [['content-security-policy', "script-src 'unsafe-inline'"]]);
  const evidence = buildHttps([exchange('root', strict), exchange('page-http2', lax)]);
  expect(outcomeOf(cspUnsafeInline, evidence)).toBe('low verified');
});

test.each([
  [cspUnsafeEval, "script-src 'self' 'unsafe-eval'", 'low verified'],
  [cspUnsafeEval, "script-src 'self' 'wasm-unsafe-eval'", 'safe'],
  [cspUnsafeEval, "img-src 'unsafe-eval'", 'not-applicable'],
  [cspWildcard, 'script-src *', 'low verified'],
  [cspWildcard, 'default-src https:', 'low verified'],
  [cspWildcard, "script-src 'self' data:", 'low verified'],
  [cspWildcard, "default-src 'self'; img-src *", 'safe'],
  [cspWildcard, 'script-src https://*.example.jp', 'safe'],
  [cspWildcard, "script-src 'strict-dynamic' 'nonce-abc' https:", 'safe'],
  [cspHttpScheme, 'img-src http:', 'low verified'],
  [cspHttpScheme, 'script-src http://cdn.example', 'low verified'],
  [cspHttpScheme, 'img-src http:; upgrade-insecure-requests', 'safe'],
  [cspHttpScheme, 'img-src https:; report-uri http://x', 'not-applicable'],
  [cspNoObjectBase, "script-src 'self'", 'low verified'],
  [cspNoObjectBase, "default-src 'self'", 'safe'],
  [cspNoObjectBase, "default-src 'self'; script-src 'nonce-abc'", 'low verified'],
  [cspNoObjectBase, "img-src 'self'", 'not-applicable'],
  [cspInvalid, 'default-src self', 'low verified'],
  [cspInvalid, "default-src 'selff'", 'low verified'],
  [cspInvalid, "defualt-src 'self'; img-src *", 'low verified'],
  [cspInvalid, "defualt-src 'self'", 'low verified'],
  [cspInvalid, "default-src 'none' https://a.example", 'low verified'],
  [cspInvalid, 'img-src a.example; img-src b.example', 'low verified'],
  [cspInvalid, "default-src 'self'; report-to csp; block-all-mixed-content; sandbox allow-forms", 'safe'],
  [cspInvalid, "default-src 'self' self.example nonce.example", 'safe'],
])('%# %s: %s', (check, policy, outcome) => {
  expect(outcomeOf(check, page(policy))).toBe(outcome);
});

test('frame-ancestors in an element → invalid there', () => {
  expect(outcomeOf(cspInvalid, element("default-src 'self'; frame-ancestors 'none'"))).toBe('low verified');
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const policy of parsePolicies(text)) {
        allowsInline(policy);
        anywhere(policy);
        mistakenSource(policy);
      }
    }),
  );
});
