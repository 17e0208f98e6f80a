import { type Observed, unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import { storedCharacters } from '../http-answer.ts';
import type { EvidenceData } from '../kinds.ts';

type HttpResponse = EvidenceData['http-response'];
export type Exchange = HttpResponse['exchanges'][number];
type Response = Extract<Exchange['response'], { outcome: 'yes' }>['value'];
type Header = readonly [name: string, value: string];

const host = 'www.city.example.jp';
const paths: Readonly<Record<Exchange['purpose'], string>> = {
  root: '/',
  redirected: '/index.html',
  'missing-page': '/enkaku-k3v9q2x7',
  'security-txt': '/.well-known/security.txt',
  'git-head': '/.git/HEAD',
  'git-config': '/.git/config',
  env: '/.env',
  'server-status': '/server-status',
  phpinfo: '/phpinfo.php',
  directory: '/docs/',
  'page-http2': '/',
  robots: '/robots.txt',
  'login-page': '/login',
  options: '/',
  trace: '/',
  cors: '/',
  'cors-null': '/',
  'foreign-host': '/',
  'no-host': '/',
  'foreign-link': '/?url=https%3A%2F%2Fk3v9q2x7.invalid%2F',
  ntlm: '/',
};

type Asked = Pick<Exchange, 'method' | 'protocol' | 'sent'>;
const plain: Asked = { method: 'GET', protocol: 'HTTP/1.1', sent: [] };
export const foreignName = 'k3v9q2x7.invalid';
const usual = Object.fromEntries(Object.keys(paths).map((purpose) => [purpose, plain])) as Record<
  Exchange['purpose'],
  Asked
>;
const asked: Record<Exchange['purpose'], Asked> = {
  ...usual,
  'page-http2': { ...plain, protocol: 'HTTP/2' },
  options: { ...plain, method: 'OPTIONS' },
  trace: { ...plain, method: 'TRACE', sent: [['X-Enkaku-Control', 'k3v9q2x7']] },
  cors: { ...plain, sent: [['Origin', `https://${foreignName}`]] },
  'cors-null': { ...plain, sent: [['Origin', 'null']] },
  'foreign-host': { ...plain, sent: [['Host', foreignName]] },
  'no-host': { ...plain, protocol: 'HTTP/1.0' },
};

/** A response; `bodyBytes` follows from the body unless it is given. */
export function httpResponse(
  status: number,
  headers: readonly Header[] = [],
  body = '',
  overrides: Partial<Response> = {},
): Response {
  return {
    status,
    headers: headers.map(([name, value]) => [name, value]),
    body,
    bodyBytes: new TextEncoder().encode(body).length,
    complete: body.length < storedCharacters,
    elapsedMs: 12,
    receivedAt: '2026-11-21T01:00:00.000Z',
    ...overrides,
  };
}

/** 200 with HTML. */
export function htmlPage(
  body = '<!doctype html><title>市</title><p>ようこそ</p>',
  headers: readonly Header[] = [],
) {
  return httpResponse(200, [['Content-Type', 'text/html; charset=utf-8'], ...headers], body);
}

/** One exchange; a response given is `yes`. The URL follows from scheme and purpose unless it is given. */
export function exchange(
  purpose: Exchange['purpose'],
  response: Response | Observed<never>,
  url = `https://${host}${paths[purpose]}`,
): Exchange {
  return {
    purpose,
    ...asked[purpose],
    url,
    response: 'outcome' in response ? response : yes(response),
  };
}

export const noAnswer = unknown('timeout');
export const notFound = httpResponse(404, [['Content-Type', 'text/html']], '<h1>Not Found</h1>');

/** The headers of a page that has nothing to improve. */
export const goodHeaders: readonly Header[] = [
  ['Server', 'nginx'],
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'"],
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
];

/** A page with these headers, and nothing else of its own. */
export function pageWith(...headers: readonly Header[]) {
  return buildHttps([exchange('root', htmlPage(undefined, headers))]);
}

/** What an HTTPS site as it should be answers; exchanges given replace those of the same purpose. */
export function buildHttps(
  exchanges: readonly Exchange[] = [],
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'http-response'> {
  const given = new Set(exchanges.map(({ purpose }) => purpose));
  const usual = [
    exchange('root', htmlPage(undefined, goodHeaders)),
    exchange('missing-page', notFound),
    exchange(
      'security-txt',
      httpResponse(
        200,
        [['Content-Type', 'text/plain']],
        'Contact: mailto:csirt@city.example.jp\nExpires: 2027-11-01T00:00:00Z\n',
      ),
    ),
    exchange('git-head', notFound),
    exchange('git-config', notFound),
    exchange('env', notFound),
    exchange('server-status', notFound),
    exchange('phpinfo', notFound),
  ].filter(({ purpose }) => !given.has(purpose));
  return envelope(
    'http-response',
    { port: 443, name: host, ...endpoint },
    { scheme: 'https', host, exchanges: [...usual, ...exchanges] },
  );
}

/** Port 80: only what is given, asked over plain HTTP; by default a redirect to HTTPS. */
export function buildHttp(
  exchanges: readonly Exchange[] = [
    exchange('root', httpResponse(301, [['Location', `https://${host}/`]]), `http://${host}/`),
  ],
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'http-response'> {
  return envelope(
    'http-response',
    { port: 80, name: host, ...endpoint },
    { scheme: 'http', host, exchanges: [...exchanges] },
  );
}
