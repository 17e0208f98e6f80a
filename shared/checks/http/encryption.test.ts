import fc from 'fast-check';
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
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { basicCleartext } from './auth/basic-cleartext.ts';
import { loginFormHttp } from './auth/login-form-http.ts';
import { passwordForms } from './auth/password-forms.ts';
import { httpsMissing } from './https/missing.ts';
import { asksTcp } from './ports.ts';
import { redirectMissing } from './redirect/missing.ts';

const host = 'http://www.city.example.jp';
const plain = (response: Parameters<typeof exchange>[1]) =>
  buildHttp([exchange('root', response, `${host}/`)]);
const page = plain(htmlPage());
const to = (location: string) => httpResponse(301, [['Location', location]]);

test.each([
  ['redirected to HTTPS', buildHttp(), 'safe'],
  ['redirected to HTTPS of another name', plain(to('https://example.jp/')), 'safe'],
  [
    'over a step of HTTP',
    buildHttp([
      exchange('root', to('/a'), `${host}/`),
      exchange('redirected', to('https://www.city.example.jp/'), `${host}/a`),
    ]),
    'safe',
  ],
  [
    'sent on by the page itself',
    plain(htmlPage('<meta http-equiv=refresh content="0; URL=https://www.city.example.jp/">')),
    'safe',
  ],
  ['HTTPS itself', buildHttps(), 'not-applicable'],
  ['nothing but errors', plain(notFound), 'not-applicable'],
  ['no page but data', plain(httpResponse(200, [['Content-Type', 'text/plain']], 'ok')), 'not-applicable'],
  ['redirected to nowhere', plain(to('http://[')), 'not-applicable'],
  ['silence', plain(noAnswer), 'undetermined: timeout'],
  ['a firewall', plain(httpResponse(403)), 'undetermined: blocked'],
  ['redirected to HTTP of another name', plain(to('http://example.jp/')), 'undetermined: redirected'],
  ['a page', page, 'medium verified'],
  [
    'a page behind a redirect',
    buildHttp([exchange('root', to('/a'), `${host}/`), exchange('redirected', htmlPage(), `${host}/a`)]),
    'medium verified',
  ],
  [
    'a page that sends on to HTTP',
    plain(htmlPage('<meta http-equiv=refresh content="0; url=/a">')),
    'medium verified',
  ],
])('redirect: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(redirectMissing, evidence)).toBe(outcome);
});

const web = openPort(80, { name: 'http' });
const at443 = (overrides: Parameters<typeof openPort>[2], service: Parameters<typeof openPort>[1] = null) =>
  buildPorts({ ports: [web, openPort(443, service, overrides)] });

test.each([
  ['HTTPS on 443', page, at443({}, { name: 'http', tunnel: 'ssl' }), 'safe'],
  ['HTTPS on another port', page, buildPorts({ ports: [web, openPort(8443, { name: 'https' })] }), 'safe'],
  [
    'the redirect led to HTTPS',
    buildHttp([
      exchange('root', to('https://www.city.example.jp/'), `${host}/`),
      exchange('redirected', htmlPage()),
    ]),
    buildPorts(),
    'safe',
  ],
  ['an HTTPS place', buildHttps(), buildPorts(), 'not-applicable'],
  ['no page on port 80', plain(notFound), at443({ state: 'closed' }), 'not-applicable'],
  [
    '443 open, but named by its number only',
    page,
    at443({}, { name: 'https', method: 'table' }),
    'undetermined: garbled',
  ],
  ['443 filtered', page, at443({ state: 'filtered' }), 'undetermined: timeout'],
  ['443 not asked for', page, buildPorts({ requested: 'T:80' }), 'undetermined: not-attempted'],
  ['the scan broke off', page, buildPorts({ complete: false }), 'undetermined: not-attempted'],
  ['a firewall', plain(httpResponse(403)), at443({ state: 'closed' }), 'undetermined: blocked'],
  ['silence', plain(noAnswer), at443({ state: 'closed' }), 'undetermined: timeout'],
  ['443 closed', page, at443({ state: 'closed' }), 'medium verified'],
  ['443 not among the open ports', page, buildPorts(), 'medium inferred'],
])('https: %s → %s', (_, http, ports, outcome) => {
  expect(outcomeOf(httpsMissing, http, ports)).toBe(outcome);
});

test.each([
  ['T:80,443', true],
  ['T:1-1000', true],
  ['443', true],
  ['T:80,U:443', false],
  ['U:53,T:443', true],
  ['T:444-500', false],
  ['', false],
  ['T:x-y', false],
])('%j asks for TCP 443 → %s', (requested, asked) => {
  expect(asksTcp(requested, 443)).toBe(asked);
});

const asking = (scheme: string) => httpResponse(401, [['WWW-Authenticate', scheme]]);

test.each([
  ['a page', page, 'safe'],
  ['a redirect to HTTPS', buildHttp(), 'safe'],
  ['Digest', plain(asking('Digest realm="basic"')), 'safe'],
  ['Negotiate', plain(asking('Negotiate')), 'safe'],
  ['Basic inside HTTPS', buildHttps([exchange('root', asking('Basic realm="x"'))]), 'not-applicable'],
  ['Basic without 401', plain(httpResponse(200, [['WWW-Authenticate', 'Basic']])), 'safe'],
  ['silence', plain(noAnswer), 'undetermined: timeout'],
  ['a firewall', plain(httpResponse(403)), 'undetermined: blocked'],
  ['Basic', plain(asking('Basic realm="staff"')), 'medium verified'],
  ['Basic beside another', plain(asking('Negotiate, basic realm="staff"')), 'medium verified'],
])('basic-cleartext: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(basicCleartext, evidence)).toBe(outcome);
});

const secure = (body: string) => buildHttps([exchange('root', htmlPage(body))]);
const input = '<input type="password" name="p">';

test.each([
  ['no form', secure('<p>x</p>'), 'not-applicable'],
  ['a form without a password', secure('<form action="http://a.example/"><input></form>'), 'not-applicable'],
  [
    'a form in a comment',
    secure(`<!-- <form action="http://a.example/">${input}</form> -->`),
    'not-applicable',
  ],
  ['to itself, over HTTPS', secure(`<form>${input}</form>`), 'safe'],
  ['to HTTPS', secure(`<form action="https://a.example/">${input}</form>`), 'safe'],
  ['by a script', secure(`<form action="javascript:login()">${input}</form>`), 'safe'],
  ['after an HTTP form has ended', secure(`<form action="http://a.example/"></form>${input}`), 'safe'],
  ['a page cut short', secure('x'.repeat(65_536)), 'undetermined: page-cut-short'],
  ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout'],
  ['a firewall', buildHttps([exchange('root', httpResponse(403))]), 'undetermined: blocked'],
  ['to HTTP', secure(`<form method=post action=http://a.example/login>${input}</form>`), 'medium verified'],
  [
    'to HTTP by the base',
    secure(`<base href="http://a.example/"><form action="login">${input}</form>`),
    'medium verified',
  ],
  [
    'to HTTP by the field',
    secure(`<form><input type=PASSWORD formaction="http://a.example/"></form>`),
    'medium verified',
  ],
  ['to itself, over HTTP', plain(htmlPage(`<form>${input}</form>`)), 'medium verified'],
])('login-form-http: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(loginFormHttp, evidence)).toBe(outcome);
});

describe('password forms', () => {
  test('of any markup → fields that stand in it, with web addresses or none', () => {
    const part = fc.constantFrom(
      '<form ',
      'action=',
      '"http://a/"',
      "'//b'",
      '>',
      '<input type=password',
      ' ',
      '</form>',
      '<base href=',
      'x',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const html = parts.join('');
        for (const form of passwordForms(html, 'https://www.city.example.jp/')) {
          expect(html).toContain(form.input);
          expect(form.target?.protocol ?? 'https:').toMatch(/^https?:$/);
        }
      }),
    );
  });
});
