import { describe, expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  foreignName,
  htmlPage,
  httpResponse,
  noAnswer,
  notFound,
} from '../../evidence/http-response/build.fixture.ts';
import type { Check } from '../check.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { corsReflectCredentials } from './cors/reflect-credentials.ts';
import { hostHeaderRedirect } from './host-header-redirect.ts';
import { methodPutDeleteDav } from './method/put-delete-dav.ts';
import { methodTrace } from './method/trace.ts';
import { openRedirect } from './open-redirect.ts';
import { redirectOffHostFirst } from './redirect/off-host-first.ts';
import { robotsSensitive } from './robots-sensitive.ts';

const site = 'http://www.city.example.jp/';

describe.each<[string, Check, Parameters<typeof exchange>[0]]>([
  ['cors', corsReflectCredentials, 'cors'],
  ['trace', methodTrace, 'trace'],
  ['options', methodPutDeleteDav, 'options'],
  ['host', hostHeaderRedirect, 'foreign-host'],
  ['open-redirect', openRedirect, 'foreign-link'],
  ['robots', robotsSensitive, 'robots'],
])('%s', (_, check, purpose) => {
  test.each([
    ['not asked', buildHttps(), 'undetermined: not-attempted'],
    ['silence', buildHttps([exchange(purpose, noAnswer)]), 'undetermined: timeout'],
    ['a firewall', buildHttps([exchange(purpose, httpResponse(403))]), 'undetermined: blocked'],
    [
      'a site that does not answer',
      buildHttps([exchange('root', noAnswer), exchange(purpose, notFound)]),
      'undetermined: timeout',
    ],
    [
      'a page that lies under another scheme',
      buildHttp([
        exchange('root', httpResponse(301, [['Location', 'https://www.city.example.jp/']]), site),
        exchange('redirected', htmlPage(), 'https://www.city.example.jp/'),
      ]),
      'not-applicable',
    ],
  ])('%s → %s', (_name, evidence, outcome) => expect(outcomeOf(check, evidence)).toBe(outcome));
});

const allowing = (purpose: 'cors' | 'cors-null', origin: string, login?: string, status = 200) =>
  buildHttps([
    exchange(purpose === 'cors' ? 'cors-null' : 'cors', htmlPage()),
    exchange(
      purpose,
      httpResponse(status, [
        ['Access-Control-Allow-Origin', origin],
        ...(login === undefined ? [] : [['Access-Control-Allow-Credentials', login] as const]),
      ]),
    ),
  ]);

test.each([
  ['the origin and the login', allowing('cors', `https://${foreignName}`, 'true'), 'high verified'],
  ['null and the login', allowing('cors-null', 'null', 'true'), 'high verified'],
  ['both, on an error page', allowing('cors', `https://${foreignName}`, 'true', 404), 'high inferred'],
  ['the origin without login', allowing('cors', `https://${foreignName}`), 'safe'],
  ['TRUE, which browsers do not take', allowing('cors', `https://${foreignName}`, 'TRUE'), 'safe'],
  ['everybody', allowing('cors', '*', 'true'), 'safe'],
  ['null for another origin', allowing('cors', 'null', 'true'), 'safe'],
  ['a fixed partner', allowing('cors', 'https://partner.example', 'true'), 'safe'],
])('cors allows %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(corsReflectCredentials, evidence)).toBe(outcome);
});

const reflecting = httpResponse(200, [
  ['Access-Control-Allow-Origin', `https://${foreignName}`],
  ['Access-Control-Allow-Credentials', 'true'],
]);

test.each([
  ['allows it again', reflecting, 'high verified'],
  ['does not', htmlPage(), 'undetermined: answers-disagree'],
  ['is silent', noAnswer, 'high verified'],
])('cors allows an origin, and the second time %s → %s', (_, again, outcome) => {
  const evidence = buildHttps([
    exchange('cors', reflecting),
    exchange('cors', again),
    exchange('cors-null', htmlPage()),
  ]);
  expect(outcomeOf(corsReflectCredentials, evidence)).toBe(outcome);
});

const echo = 'TRACE / HTTP/1.1\r\nHost: www.city.example.jp\r\nX-Enkaku-Control: k3v9q2x7\r\n';
const traced = (status: number, type: string, body: string) =>
  buildHttps([exchange('trace', httpResponse(status, [['Content-Type', type]], body))]);

test.each([
  ['echoes it', traced(200, 'message/http', echo), 'low verified'],
  ['echoes something else', traced(200, 'message/http', 'TRACE / HTTP/1.1'), 'safe'],
  ['shows its front page', traced(200, 'text/html', `<p>${echo}`), 'safe'],
  ['refuses', traced(405, 'text/html', ''), 'safe'],
])('trace: a server that %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(methodTrace, evidence)).toBe(outcome);
});

const offering = (name: string, value: string) =>
  buildHttps([exchange('options', httpResponse(200, [[name, value]]))]);

test.each([
  ['Allow', 'GET, HEAD, PUT', 'low inferred'],
  ['allow', 'OPTIONS, delete', 'low inferred'],
  ['Public', 'PROPFIND', 'low inferred'],
  ['DAV', '1,2', 'low inferred'],
  ['Allow', 'GET, HEAD, POST, OPTIONS, TRACE', 'safe'],
  ['Access-Control-Allow-Methods', 'PUT, DELETE', 'safe'],
  ['Allow', 'INPUT', 'safe'],
  ['DAV', '', 'safe'],
])('options: %s: %s → %s', (name, value, outcome) => {
  expect(outcomeOf(methodPutDeleteDav, offering(name, value))).toBe(outcome);
});

const sending = (to: string) => httpResponse(302, [['Location', to]]);

test.each([
  [
    'back to the name asked for',
    buildHttps([exchange('foreign-host', sending(`https://${foreignName}/top`))]),
    'low verified',
  ],
  [
    'to the site’s own name',
    buildHttps([exchange('foreign-host', sending('https://www.city.example.jp/'))]),
    'safe',
  ],
  ['to a path', buildHttps([exchange('foreign-host', sending('/top'))]), 'safe'],
  ['nowhere', buildHttps([exchange('foreign-host', notFound)]), 'safe'],
  [
    'from http to https',
    buildHttp([
      exchange('root', sending('https://www.city.example.jp/'), site),
      exchange('foreign-host', sending(`https://${foreignName}/`), site),
    ]),
    'safe',
  ],
])('a server that sends a foreign host %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(hostHeaderRedirect, evidence)).toBe(outcome);
});

test.each([
  ['there', buildHttps([exchange('foreign-link', sending(`https://${foreignName}/`))]), 'low verified'],
  [
    'there without a scheme',
    buildHttps([exchange('foreign-link', sending(`//${foreignName}/`))]),
    'low verified',
  ],
  [
    'to a login that names it',
    buildHttps([exchange('foreign-link', sending(`/login?next=https://${foreignName}/`))]),
    'safe',
  ],
  [
    'to a name that ends in it',
    buildHttps([exchange('foreign-link', sending(`https://www.city.example.jp.${foreignName}/`))]),
    'safe',
  ],
  [
    'nowhere, and shows it',
    buildHttps([exchange('foreign-link', htmlPage(`https://${foreignName}/`))]),
    'safe',
  ],
])('a page that sends a foreign link %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(openRedirect, evidence)).toBe(outcome);
});

const chain = (...to: readonly string[]) =>
  buildHttp(
    to.map((target, at) =>
      exchange(at === 0 ? 'root' : 'redirected', sending(target), at === 0 ? site : `${site}${at}`),
    ),
  );

test.each([
  ['to https under its name', chain('https://www.city.example.jp/'), 'safe'],
  ['to https under its name by way of a path', chain('/1', 'https://www.city.example.jp/'), 'safe'],
  ['to https under another name', chain('https://city.example.jp/'), 'low verified'],
  ['to http under another name', chain('http://city.example.jp/'), 'low verified'],
  ['in a circle', chain('/1', '/'), 'not-applicable'],
  ['nowhere', buildHttp([exchange('root', htmlPage(), site)]), 'not-applicable'],
  [
    'elsewhere, asked by address',
    { ...chain('https://city.example.jp/'), endpoint: { ...chain().endpoint, name: null } },
    'not-applicable',
  ],
])('off-host-first: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(redirectOffHostFirst, evidence)).toBe(outcome);
});

const robots = (text: string, type = 'text/plain') =>
  buildHttps([exchange('robots', httpResponse(200, [['Content-Type', type]], text))]);

test.each([
  ['User-agent: *\nDisallow: /kanri/', 'info verified'],
  ['User-agent: *\n disallow : /site/backup_2024/', 'info verified'],
  ['User-agent: *\nDisallow: /wp-admin/', 'not-applicable or safe'],
  ['User-agent: *\nDisallow: /search\nDisallow: /administrative-documents/', 'not-applicable or safe'],
  ['User-agent: *\nDisallow:', 'not-applicable or safe'],
  ['Disallow: /admin/', 'not-applicable or safe'],
])('robots.txt %j → %s', (text, outcome) => {
  const seen = outcomeOf(robotsSensitive, robots(text));
  expect(outcome.split(' or ')).toContain(seen);
});

test('a page that says "not found" with 200 is no robots.txt', () => {
  expect(outcomeOf(robotsSensitive, robots('<p>User-agent: *\nDisallow: /admin/', 'text/html'))).toBe(
    'not-applicable',
  );
});
