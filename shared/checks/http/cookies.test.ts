import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
} from '../../evidence/http-response/build.fixture.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { cookieHttpOnly } from './cookie/httponly.ts';
import { cookieSecure } from './cookie/secure.ts';
import { isSession, parseSetCookie } from './cookies.ts';

const setting = (...cookies: string[]) =>
  buildHttps([
    exchange(
      'root',
      htmlPage(
        undefined,
        cookies.map((cookie) => ['Set-Cookie', cookie] as const),
      ),
    ),
  ]);

test.each([
  ['no cookie', setting(), 'not-applicable', 'not-applicable'],
  ['both flags', setting('PHPSESSID=1; path=/; secure; HTTPONLY'), 'safe', 'safe'],
  ['a flag with a value', setting('PHPSESSID=1; Secure=false; HttpOnly=0'), 'safe', 'safe'],
  ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout', 'undetermined: timeout'],
  [
    'a firewall',
    buildHttps([exchange('root', httpResponse(403, [['Set-Cookie', 'SID=1']]))]),
    'undetermined: blocked',
    'undetermined: blocked',
  ],
  ['deleted by age', setting('PHPSESSID=deleted; Max-Age=0'), 'not-applicable', 'not-applicable'],
  [
    'deleted by date',
    setting('PHPSESSID=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT'),
    'not-applicable',
    'not-applicable',
  ],
  ['a control character, so ignored', setting('PHPSESSID=\x01'), 'not-applicable', 'not-applicable'],
  ['a visitor count', setting('_ga=GA1.2.3'), 'low verified', 'not-applicable'],
  ['a load balancer', setting('BIGipServerpool=1.2.3; path=/'), 'low verified', 'not-applicable'],
  ['a token for scripts', setting('XSRF-TOKEN=abc'), 'low verified', 'not-applicable'],
  ['a session without Secure', setting('JSESSIONID=1; HttpOnly'), 'medium verified', 'safe'],
  ['a session without HttpOnly', setting('ASP.NET_SessionId=1; secure'), 'safe', 'medium verified'],
  ['a session with neither', setting('laravel_session=1'), 'medium verified', 'medium verified'],
  ['a session behind a count', setting('_ga=1', 'connect.sid=2'), 'medium verified', 'medium verified'],
  ['Secure inside the value', setting('PHPSESSID="; Secure'), 'safe', 'medium verified'],
])('%s → secure, httponly', (_, evidence, secure, httpOnly) => {
  expect([outcomeOf(cookieSecure, evidence), outcomeOf(cookieHttpOnly, evidence)]).toEqual([
    secure,
    httpOnly,
  ]);
});

test('over plain HTTP → Secure does not apply, HttpOnly does', () => {
  const page = htmlPage(undefined, [['Set-Cookie', 'PHPSESSID=1']]);
  const evidence = buildHttp([exchange('root', page, 'http://www.city.example.jp/')]);

  expect([outcomeOf(cookieSecure, evidence), outcomeOf(cookieHttpOnly, evidence)]).toEqual([
    'not-applicable',
    'medium verified',
  ]);
});

test('set by the redirect, not by the page → found all the same', () => {
  const evidence = buildHttps([
    exchange(
      'root',
      httpResponse(302, [
        ['Location', '/login'],
        ['Set-Cookie', 'sid=1'],
      ]),
    ),
    exchange('redirected', htmlPage()),
  ]);

  expect(verdictOf(cookieSecure, evidence)).toMatchObject({
    verdict: 'vulnerable',
    detail: { en: expect.stringContaining('sid') },
  });
});

describe('parser', () => {
  test.each([
    ['a=b', { name: 'a', value: 'b' }],
    [' a = b ; Path=/', { name: 'a', value: 'b' }],
    ['a=b=c', { name: 'a', value: 'b=c' }],
    ['alone', { name: '', value: 'alone' }],
    ['a=; Max-Age=x', { name: 'a', maxAge: null }],
    ['a=; MAX-AGE=-5', { name: 'a', maxAge: -5 }],
  ])('%j', (header, cookie) => {
    expect(parseSetCookie(header)).toMatchObject(cookie);
  });

  test.each(['', ';', '=', ' = ; Secure', 'a=\x00', 'a=b\nc'])('%j → ignored', (header) => {
    expect(parseSetCookie(header)).toBeUndefined();
  });

  test('anything → a cookie whose parts stand in the header, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (header) => {
        const cookie = parseSetCookie(header);
        expect(header).toContain(cookie?.name ?? '');
        expect(header).toContain(cookie?.value ?? '');
      }),
    );
  });

  test('what is written is read', () => {
    const token = fc.stringMatching(/^[\w.-]{1,20}$/);
    fc.assert(
      fc.property(token, token, fc.boolean(), fc.boolean(), (name, value, secure, httpOnly) => {
        const header = `${name}=${value}; Path=/${secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}`;
        expect(parseSetCookie(header)).toMatchObject({ name, value, secure, httpOnly });
      }),
    );
  });
});

test.each([
  ['PHPSESSID', true],
  ['.ASPXAUTH', true],
  ['.AspNetCore.Cookies', true],
  ['wordpress_logged_in_abc', true],
  ['SimpleSAMLAuthToken', false],
  ['.AspNetCore.Antiforgery.x', false],
  ['csrf_session', false],
  ['lang', false],
  ['author', false],
  ['AWSALBCORS', false],
])('%s is a session → %s', (name, session) => {
  const cookie = parseSetCookie(`${name}=1`);

  expect(cookie && isSession(cookie)).toBe(session);
});
