import { expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
  pageWith,
} from '../../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { hstsNoSubdomains } from './no-subdomains.ts';
import { hstsOnHttp } from './on-http.ts';
import { hstsPreloadInconsistent } from './preload-inconsistent.ts';

const hsts = (value: string) => pageWith(['Strict-Transport-Security', value]);

test.each([
  ['max-age=31536000; includeSubDomains', 'safe', 'not-applicable'],
  ['max-age=31536000; INCLUDESUBDOMAINS; preload', 'safe', 'safe'],
  ['max-age=63072000;includeSubDomains;preload', 'safe', 'safe'],
  ['max-age=31536000', 'low verified', 'not-applicable'],
  ['max-age=31536000; preload', 'low verified', 'info verified'],
  ['max-age=86400; includeSubDomains; preload', 'safe', 'info verified'],
  ['max-age=0', 'safe', 'not-applicable'],
  ['max-age=31536000; includeSubDomainsX', 'low verified', 'not-applicable'],
  ['max-age=soon; preload', 'not-applicable', 'not-applicable'],
  ['', 'not-applicable', 'not-applicable'],
])('%j → no-subdomains %s, preload-inconsistent %s', (value, subDomains, preload) => {
  const evidence = hsts(value);
  expect([outcomeOf(hstsNoSubdomains, evidence), outcomeOf(hstsPreloadInconsistent, evidence)]).toEqual([
    subDomains,
    preload,
  ]);
});

test('the first of two headers counts', () => {
  const two = pageWith(
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
    ['Strict-Transport-Security', 'max-age=31536000'],
  );
  expect(outcomeOf(hstsNoSubdomains, two)).toBe('safe');
});

const sent: readonly [string, string] = ['Strict-Transport-Security', 'max-age=31536000'];
test.each([
  ['a redirect without it', buildHttp(), 'safe'],
  ['over HTTPS', buildHttps([exchange('root', htmlPage(undefined, [sent]))]), 'not-applicable'],
  [
    'silence',
    buildHttp([exchange('root', noAnswer, 'http://www.city.example.jp/')]),
    'undetermined: timeout',
  ],
  [
    'a firewall with it',
    buildHttp([exchange('root', httpResponse(403, [sent]), 'http://www.city.example.jp/')]),
    'undetermined: blocked',
  ],
  [
    'only on the page over HTTPS that it leads to',
    buildHttp([
      exchange('root', httpResponse(301), 'http://www.city.example.jp/'),
      exchange('redirected', htmlPage(undefined, [sent]), 'https://www.city.example.jp/'),
    ]),
    'safe',
  ],
  [
    'a redirect with it',
    buildHttp([exchange('root', httpResponse(301, [sent]), 'http://www.city.example.jp/')]),
    'info verified',
  ],
])('on-http: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(hstsOnHttp, evidence)).toBe(outcome);
});
