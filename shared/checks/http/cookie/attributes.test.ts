import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildHttp,
  exchange,
  htmlPage,
  httpResponse,
  pageWith,
} from '../../../evidence/http-response/build.fixture.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { parseSetCookie } from '../cookies.ts';
import { cookieBigIpLeak } from './bigip-leak.ts';
import { decodeBigIp } from './decode-bigip.ts';
import { cookiePrefix } from './prefix.ts';
import { cookieSameSite } from './samesite.ts';
import { cookieScope } from './scope.ts';

const setting = (...cookies: readonly string[]) =>
  pageWith(...cookies.map((cookie) => ['Set-Cookie', cookie] as const));

test.each([
  ['PHPSESSID=1; SameSite=Lax', 'safe'],
  ['PHPSESSID=1; samesite=STRICT', 'safe'],
  ['_ga=1', 'not-applicable'],
  ['XSRF-TOKEN=1; SameSite=None', 'not-applicable'],
  ['PHPSESSID=1', 'low verified'],
  ['PHPSESSID=1; SameSite=None; Secure', 'low verified'],
  ['PHPSESSID=1; SameSite=sometimes', 'low verified'],
  ['PHPSESSID=1; SameSite', 'low verified'],
  ['PHPSESSID=1; SameSite=Lax; SameSite=None', 'low verified'],
])('samesite: %s → %s', (cookie, outcome) =>
  expect(outcomeOf(cookieSameSite, setting(cookie))).toBe(outcome),
);

test.each([
  ['__Host-sid=1; Secure; Path=/', 'safe'],
  ['__Secure-sid=1; Secure; Domain=city.example.jp', 'safe'],
  ['sid=1', 'not-applicable'],
  ['my__Host-sid=1', 'not-applicable'],
  ['__Host-sid=1; Path=/', 'low verified'],
  ['__Host-sid=1; Secure; Path=/a', 'low verified'],
  ['__Host-sid=1; Secure', 'low verified'],
  ['__host-sid=1; Secure; Path=/; Domain=www.city.example.jp', 'low verified'],
  ['__Secure-sid=1', 'low verified'],
])('prefix: %s → %s', (cookie, outcome) => expect(outcomeOf(cookiePrefix, setting(cookie))).toBe(outcome));

test.each([
  ['PHPSESSID=1', 'safe'],
  ['PHPSESSID=1; Domain=www.city.example.jp', 'safe'],
  ['PHPSESSID=1; Domain=', 'safe'],
  ['PHPSESSID=1; Domain=other.example', 'safe'],
  ['PHPSESSID=1; Domain=jp', 'safe'],
  ['_ga=1; Domain=city.example.jp', 'not-applicable'],
  ['PHPSESSID=1; Domain=.city.example.jp', 'low verified'],
  ['PHPSESSID=1; domain=CITY.example.jp', 'low verified'],
])('scope: %s → %s', (cookie, outcome) => expect(outcomeOf(cookieScope, setting(cookie))).toBe(outcome));

test.each([
  ['1677787402.36895.0000', { address: '10.1.1.100', port: 8080 }],
  ['rd5o00000000000000000000ffffc0000201o80', { address: '192.0.2.1', port: 80 }],
  ['!encrypted==', undefined],
  ['1677787402.36895.0001', undefined],
  ['9999999999.1.0000', undefined],
  ['1.70000.0000', undefined],
  ['', undefined],
])('BIG-IP %j → %j', (value, decoded) => expect(decodeBigIp(value)).toEqual(decoded));

test('a BIG-IP cookie of a private server is a leak, and says which', () => {
  const evidence = setting('BIGipServerpool_web=1677787402.36895.0000; path=/');
  expect(outcomeOf(cookieBigIpLeak, evidence)).toBe('low verified');
  expect(verdictOf(cookieBigIpLeak, evidence)).toMatchObject({
    detail: { en: 'BIGipServerpool_web stands for 10.1.1.100, port 8080.' },
  });
});

test.each(['BIGipServerpool=!abc', 'BIGipServerpool=17105088.20480.0000', 'a=1', 'v=1.2.0000'])(
  'bigip-leak: %s → safe',
  (cookie) => expect(outcomeOf(cookieBigIpLeak, setting(cookie))).toBe('safe'),
);

test('cookies of a login page count', () => {
  const evidence = buildHttp([
    exchange('root', htmlPage(), 'http://www.city.example.jp/'),
    exchange(
      'login-page',
      httpResponse(200, [['Set-Cookie', 'JSESSIONID=1']]),
      'http://www.city.example.jp/login',
    ),
  ]);
  expect(outcomeOf(cookieSameSite, evidence)).toBe('low verified');
});

test('any text is a cookie or none, without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const cookie = parseSetCookie(text);
      if (cookie !== undefined) decodeBigIp(cookie.value);
    }),
  );
});
