import { describe, expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
  notFound,
} from '../../evidence/http-response/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { cspMissing } from './csp/missing.ts';
import { hstsMissing } from './hsts/missing.ts';
import { hstsShort } from './hsts/short.ts';
import { referrerPolicyUnsafe } from './referrer-policy/unsafe.ts';
import { xctoMissing } from './xcto/missing.ts';
import { xfoMissing } from './xfo/missing.ts';

const json = httpResponse(200, [['Content-Type', 'application/json']], '{}');
const rejected = htmlPage(
  '<html><title>Request Rejected</title>The URL was rejected. Your support ID is: 1</html>',
);

describe.each<{ name: string; check: Check }>([
  { name: 'hsts.missing', check: hstsMissing },
  { name: 'csp.missing', check: cspMissing },
  { name: 'xfo.missing', check: xfoMissing },
  { name: 'xcto.missing', check: xctoMissing },
  { name: 'hsts.short', check: hstsShort },
  { name: 'referrer-policy.unsafe', check: referrerPolicyUnsafe },
])('$name of what is no page of the site', ({ check }) => {
  test.each([
    ['nothing asked', buildHttps().data.exchanges.slice(1), 'undetermined: not-attempted'],
    ['silence', [exchange('root', noAnswer)], 'undetermined: timeout'],
    ['a reset', [exchange('root', unknown('reset'))], 'undetermined: reset'],
    ['a firewall’s 403', [exchange('root', httpResponse(403))], 'undetermined: blocked'],
    ['a rate limit', [exchange('root', httpResponse(429))], 'undetermined: blocked'],
    ['out of service', [exchange('root', httpResponse(503))], 'undetermined: blocked'],
    ['a firewall’s page with 200', [exchange('root', rejected)], 'undetermined: blocked'],
    ['a broken server', [exchange('root', httpResponse(500))], 'undetermined: server-error'],
    ['not found', [exchange('root', notFound)], 'not-applicable'],
    ['login needed', [exchange('root', httpResponse(401))], 'undetermined: blocked'],
    ['JSON', [exchange('root', json)], 'not-applicable'],
    [
      'a redirect that was not followed',
      [exchange('root', httpResponse(302, [['Location', '/a']]))],
      'not-applicable',
    ],
    [
      'a page under the other scheme',
      [
        exchange('root', httpResponse(302)),
        exchange('redirected', htmlPage(), 'http://www.city.example.jp/'),
      ],
      'not-applicable',
    ],
  ])('%s → %s', (_, exchanges, outcome) => {
    const evidence = buildHttps();

    expect(outcomeOf(check, { ...evidence, data: { ...evidence.data, exchanges: [...exchanges] } })).toBe(
      outcome,
    );
  });

  test('a good page → no finding', () => {
    expect(outcomeOf(check, buildHttps())).toBe('safe');
  });
});

const page = (headers: readonly (readonly [string, string])[] = [], body?: string) =>
  buildHttps([exchange('root', htmlPage(body, headers))]);
const hsts = (value: string) => page([['strict-transport-security', value]]);
const long = 'x'.repeat(64_000);

describe('hsts', () => {
  test.each([
    ['a year', hsts('max-age=31536000'), 'safe', 'safe'],
    ['quoted, in capitals', hsts('INCLUDESUBDOMAINS; MAX-AGE="31536000"'), 'safe', 'safe'],
    ['half a year', hsts('max-age=15768000'), 'safe', 'safe'],
    [
      'a good one first, a bad one second',
      page([
        ['Strict-Transport-Security', 'max-age=31536000'],
        ['Strict-Transport-Security', 'max-age=1'],
      ]),
      'safe',
      'safe',
    ],
    [
      'over plain HTTP',
      buildHttp([exchange('root', htmlPage(), 'http://www.city.example.jp/')]),
      'not-applicable',
      'not-applicable',
    ],
    ['a day', hsts('max-age=86400'), 'safe', 'low verified'],
    ['zero', hsts('max-age=0'), 'safe', 'low verified'],
    ['none', page(), 'medium verified', 'not-applicable'],
    ['no number', hsts('max-age=forever'), 'medium verified', 'not-applicable'],
    ['max-age twice', hsts('max-age=1; max-age=2'), 'medium verified', 'not-applicable'],
    [
      'none, asked by address',
      { ...page(), endpoint: { ...page().endpoint, name: null } },
      'medium inferred',
      'not-applicable',
    ],
  ])('%s → missing, short', (_, evidence, missing, short) => {
    expect([outcomeOf(hstsMissing, evidence), outcomeOf(hstsShort, evidence)]).toEqual([missing, short]);
  });

  test.each([
    [
      'with it',
      htmlPage(undefined, [['Strict-Transport-Security', 'max-age=31536000']]),
      'undetermined: answers-disagree',
    ],
    ['without it', htmlPage(), 'medium verified'],
    ['an error', httpResponse(500), 'medium verified'],
    ['silence', noAnswer, 'medium verified'],
  ])('missing, and the second time %s → %s', (_, again, outcome) => {
    expect(outcomeOf(hstsMissing, buildHttps([exchange('root', htmlPage()), exchange('cors', again)]))).toBe(
      outcome,
    );
  });

  test('on the page behind a redirect → that page counts', () => {
    const chain = buildHttps([
      exchange('root', httpResponse(302, [['Location', '/index.html']])),
      exchange('redirected', htmlPage(undefined, [['Strict-Transport-Security', 'max-age=31536000']])),
    ]);

    expect(outcomeOf(hstsMissing, chain)).toBe('safe');
  });
});

test.each([
  ['a header', page([['Content-Security-Policy', "default-src 'self'"]]), 'safe'],
  [
    'an element',
    page([], `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`),
    'safe',
  ],
  ['cut off before the head ends', page([], long.repeat(2).slice(0, 65_536)), 'undetermined: page-cut-short'],
  [
    'cut off after the head',
    page([], `<html><head></head><body>${long}${long}`.slice(0, 65_536)),
    'low verified',
  ],
  ['only reported', page([['Content-Security-Policy-Report-Only', "default-src 'self'"]]), 'low verified'],
  ['an empty header', page([['Content-Security-Policy', ' ; ']]), 'low verified'],
  [
    'an element inside a comment',
    page([], `<!-- <meta http-equiv="Content-Security-Policy" content="default-src 'self'"> -->`),
    'low verified',
  ],
  [
    'an element inside a script',
    page([], `<script>'<meta http-equiv=content-security-policy content=x-src>'</script>`),
    'low verified',
  ],
  ['none', page(), 'low verified'],
])('csp: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(cspMissing, evidence)).toBe(outcome);
});

test.each([
  ['DENY', page([['X-Frame-Options', 'DENY']]), 'safe'],
  ['sameorigin', page([['X-Frame-Options', ' sameorigin ']]), 'safe'],
  ['frame-ancestors', page([['Content-Security-Policy', "img-src *; Frame-Ancestors 'self'"]]), 'safe'],
  [
    'frame-ancestors in the second policy',
    page([
      ['Content-Security-Policy', 'img-src *'],
      ['Content-Security-Policy', "frame-ancestors 'none'"],
    ]),
    'safe',
  ],
  [
    'frame-ancestors in an element, where it does not count',
    page([], `<meta http-equiv="Content-Security-Policy" content="frame-ancestors 'none'">`),
    'low verified',
  ],
  [
    'frame-ancestors only reported',
    page([['Content-Security-Policy-Report-Only', "frame-ancestors 'none'"]]),
    'low verified',
  ],
  ['ALLOW-FROM', page([['X-Frame-Options', 'ALLOW-FROM https://example.jp']]), 'low verified'],
  ['none', page(), 'low verified'],
])('xfo: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(xfoMissing, evidence)).toBe(outcome);
});

test.each([
  ['nosniff', page([['x-content-type-options', 'NoSniff']]), 'safe'],
  ['nosniff, twice in one', page([['X-Content-Type-Options', 'nosniff, nosniff']]), 'safe'],
  ['something else', page([['X-Content-Type-Options', 'sniff']]), 'low verified'],
  ['none', page(), 'low verified'],
])('xcto: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(xctoMissing, evidence)).toBe(outcome);
});

test.each([
  ['none, so the browser’s own rule', page(), 'safe'],
  ['same-origin', page([['Referrer-Policy', 'same-origin']]), 'safe'],
  ['a safe one last', page([['Referrer-Policy', 'unsafe-url, strict-origin']]), 'safe'],
  ['an unknown word', page([['Referrer-Policy', 'secret']]), 'safe'],
  ['unsafe-url', page([['Referrer-Policy', 'unsafe-url']]), 'low verified'],
  [
    'an unsafe one before an unknown word',
    page([['Referrer-Policy', 'unsafe-url, future-policy']]),
    'low verified',
  ],
  ['no-referrer-when-downgrade', page([['Referrer-Policy', 'no-referrer-when-downgrade']]), 'low verified'],
])('referrer-policy: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(referrerPolicyUnsafe, evidence)).toBe(outcome);
});
