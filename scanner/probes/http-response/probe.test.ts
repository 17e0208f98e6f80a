import { createServer, type RequestListener } from 'node:http';
import http2 from 'node:http2';
import { createServer as createSecureServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import { GuardError } from '../../guard/guard.ts';
import { version } from '../../version.ts';
import { issue } from '../wire/certificate.fixture.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { listen, loopback, type TestServer, tcpServer, tlsServer } from '../wire/servers.fixture.ts';
import { createHttpResponseProbe, httpResponseProbe } from './probe.ts';

const order = orderFor(loopback, ['www.city.example']);
const patient = createHttpResponseProbe({ waitMs: 4000, responseMs: 5000, visitMs: 60_000 });
const impatient = createHttpResponseProbe({ waitMs: 300, responseMs: 600, visitMs: 60_000 });

async function look(
  server: TestServer,
  { scheme = 'http', others = [] as readonly number[], names = ['www.city.example'], probe = patient } = {},
) {
  const asked = orderFor(loopback, names);
  const tunnel = scheme === 'https' ? ('ssl' as const) : null;
  const ports = [openPort(server.port, 'http', { tunnel }), ...others.map((port) => openPort(port))];
  const view = hostView(asked, ports);
  const [place] = probe.places(view);
  if (place === undefined) throw new Error('no place');
  const guard = loopbackGuard(asked);
  const data = kinds['http-response'].schema.parse(await probe.gather(place, guard, view));
  const of = (purpose: string) => data.exchanges.filter((exchange) => exchange.purpose === purpose);
  return { data, of, requests: guard.requests(), connections: guard.connections() };
}

async function web(answer: RequestListener, options: Parameters<typeof look>[1] = {}) {
  await using server = await listen(createServer(answer));
  return await look(server, options);
}

/** A server that answers everything with these bytes. */
async function raw(answer: string | Buffer) {
  await using server = await tcpServer((socket) => socket.once('data', () => socket.end(answer)));
  return await look(server);
}

const page: RequestListener = (request, response) => {
  if (request.url === '/')
    return response.setHeader('content-type', 'text/html').end('<img src="/images/a.png">');
  return response.writeHead(404).end('not here');
};
const paths = ['/', '/.well-known/security.txt'];

describe('an ordinary site', () => {
  test('is asked a few well-known paths, and each waits for its turn', async () => {
    const asked: string[] = [];
    const { data, requests, connections } = await web((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.host?.split(':')[0]}`);
      expect(request.headers['user-agent']).toBe(
        `Enkaku/${version} (+https://enkaku.example/; job_0123456789abcdef)`,
      );
      page(request, response);
    });
    expect(asked).toEqual(expect.arrayContaining(paths.map((path) => `GET ${path} www.city.example`)));
    expect([asked.length, requests, connections]).toEqual([11, 11, 11]);
    expect(data).toMatchObject({ scheme: 'http', host: 'www.city.example' });
    expect(data.exchanges.map(({ purpose }) => purpose)).toEqual([
      'root',
      'missing-page',
      'security-txt',
      'robots',
      'options',
      'trace',
      'foreign-host',
      'no-host',
      'cors',
      'cors-null',
      'foreign-link',
    ]);
  });

  test('is asked with methods that change nothing', async () => {
    const methods = new Set<unknown>();
    await web((request, response) => {
      methods.add(request.method);
      page(request, response);
    });
    expect([...methods].sort()).toEqual(['GET', 'OPTIONS', 'TRACE']);
  });

  test('is asked for foreign names that nobody has, and what was sent is kept', async () => {
    const { of } = await web(page);
    const name = /^[0-9a-f]{24}\.invalid$/;
    expect(of('foreign-host')[0]).toMatchObject({ sent: [['Host', expect.stringMatching(name)]] });
    expect(of('cors')[0]).toMatchObject({
      sent: [['Origin', expect.stringMatching(/^https:\/\/[0-9a-f]{24}\.invalid$/)]],
    });
    expect(of('cors-null')[0]).toMatchObject({ sent: [['Origin', 'null']] });
    expect(of('trace')[0]).toMatchObject({
      method: 'TRACE',
      sent: [['X-Enkaku-Control', expect.any(String)]],
    });
    expect(of('no-host')[0]).toMatchObject({ protocol: 'HTTP/1.0', sent: [] });
  });

  test('over TLS is asked the same, under its name', async () => {
    const { cert, key } = issue({ subject: 'www.city.example' });
    const names: unknown[] = [];
    const secure = createSecureServer(
      {
        cert,
        key,
        SNICallback: (name, done) => {
          names.push(name);
          done(null);
        },
      },
      page,
    );
    await using server = await listen(secure);
    const { data, of } = await look(server, { scheme: 'https' });
    expect(of('root')[0]?.response).toMatchObject({ outcome: 'yes', value: { status: 200 } });
    expect(data.scheme).toBe('https');
    expect(new Set(names)).toEqual(new Set(['www.city.example']));
  });

  test('over TLS 1.0 alone is read all the same, and the way that worked is remembered', async () => {
    const { cert, key } = issue({ subject: 'www.city.example' });
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    await using server = await listen(createSecureServer({ cert, key, ...old }, page));
    const { of, connections } = await look(server, { scheme: 'https' });
    expect(of('security-txt')[0]?.response).toMatchObject({ outcome: 'yes', value: { status: 404 } });
    expect(connections).toBe(13);
  });

  test('without a name is asked by its address', async () => {
    const hosts: unknown[] = [];
    const { data } = await web(
      (request, response) => {
        hosts.push(request.headers.host);
        page(request, response);
      },
      { names: [] },
    );
    expect(hosts[0]).toMatch(/^127\.77\.2\.1:/);
    expect(data.host).toBe(loopback);
  });
});

describe('HTTP/2', () => {
  const { cert, key } = issue({ subject: 'www.city.example' });
  const secure = (change: http2.SecureServerOptions, answer: Http2Answer) =>
    listen(http2.createSecureServer({ cert, key, ...change }, answer));
  type Http2Answer = (request: http2.Http2ServerRequest, response: http2.Http2ServerResponse) => void;

  test('is looked at for itself: what it says otherwise is seen', async () => {
    await using server = await secure({ allowHTTP1: true }, (request, response) => {
      response.setHeader('X-Spoken', request.httpVersion);
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.end('<p>');
    });
    const { of } = await look(server, { scheme: 'https' });
    expect(of('root')[0]?.response).toMatchObject({
      value: { headers: expect.arrayContaining([['X-Spoken', '1.1']]) },
    });
    expect(of('page-http2')[0]).toMatchObject({
      protocol: 'HTTP/2',
      response: {
        value: {
          status: 200,
          body: '<p>',
          complete: true,
          headers: expect.arrayContaining([
            ['x-spoken', '2.0'],
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ]),
        },
      },
    });
  });

  test('that is not spoken is a no of the server', async () => {
    await using server = await listen(createSecureServer({ cert, key }, page));
    const { of } = await look(server, { scheme: 'https' });
    expect(of('page-http2')[0]?.response).toEqual({ outcome: 'no' });
  });

  test.each([
    ['resets the stream', (stream: http2.ServerHttp2Stream) => stream.close(2), 'garbled'],
    ['says goodbye', (stream: http2.ServerHttp2Stream) => stream.session?.destroy(), 'closed'],
    ['never answers', () => {}, 'timeout'],
  ] as const)('of a server that %s is %s', async (_, answer, reason) => {
    const hostile = http2.createSecureServer({ cert, key, allowHTTP1: true }, (request, response) => {
      if (request.httpVersion === '1.1') response.end('<p>');
    });
    hostile.on('stream', answer);
    await using server = await listen(hostile);
    const { of } = await look(server, { scheme: 'https', probe: impatient });
    const seen = of('page-http2')[0]?.response;
    expect(seen).toMatchObject({ outcome: 'unknown' });
    expect([reason, 'closed', 'garbled']).toContain(seen?.outcome === 'unknown' ? seen.reason : '');
  });

  test.each([
    ['hangs up at once', (socket: TLSSocket) => socket.destroy()],
    ['hangs up politely', (socket: TLSSocket) => socket.end()],
    [
      'says goodbye first',
      (socket: TLSSocket) => socket.end(Buffer.from('000008070000000000000000000000000b', 'hex')),
    ],
    [
      'settles on nothing',
      (socket: TLSSocket) => socket.write(Buffer.from('00000604000000000000030000000f', 'hex')),
    ],
  ])('of a server that %s is unknown, and no fault of the probe', async (_, answer) => {
    const server = await tlsServer({ ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
      const tls = socket as TLSSocket;
      tls.on('error', () => {});
      if (tls.alpnProtocol === 'h2') return void answer(tls);
      tls.once('data', () =>
        tls.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>'),
      );
    });
    await using _server = server;
    const { of } = await look(server, { scheme: 'https', probe: impatient });
    expect(of('page-http2')[0]?.response).toMatchObject({ outcome: 'unknown' });
    expect(of('cors')[0]?.response).toMatchObject({ outcome: 'yes' });
  });

  test('of a server that sends without end is read to 256 KiB', async () => {
    await using server = await secure({ allowHTTP1: true }, (request, response) => {
      if (request.httpVersion === '1.1') return response.end('<p>');
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
      };
      response.on('drain', more);
      more();
    });
    const { of } = await look(server, { scheme: 'https' });
    expect(of('page-http2')[0]?.response).toMatchObject({
      value: { bodyBytes: 256 * 1024, complete: false },
    });
  });
});

test('an origin that is let in with its login is asked for twice, each time another', async () => {
  const { of } = await web((request, response) => {
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*').end();
  });
  const origins = of('cors').map(({ sent }) => sent[0]?.[1]);
  expect(new Set(origins).size).toBe(2);
});

test('a login page that the front page links to is looked at', async () => {
  const { of } = await web((request, response) =>
    request.url === '/' ? response.end('<a href="/login">') : response.end('<input type=password>'),
  );
  expect(of('login-page')).toMatchObject([{ response: { value: { body: '<input type=password>' } } }]);
});

test.each(['NTLM', 'Negotiate'])(
  'a page that wants %s is asked for its challenge, by nobody',
  async (scheme) => {
    const seen: unknown[] = [];
    const { of } = await web((request, response) => {
      if (request.headers.authorization !== undefined) seen.push(request.headers.authorization);
      response.writeHead(401, { 'www-authenticate': scheme }).end();
    });
    expect(of('ntlm')).toHaveLength(1);
    expect(seen).toEqual([expect.stringMatching(/^NTLM TlRMTVNTUAABAAAA/)]);
  },
);

describe('a redirect', () => {
  const redirect =
    (target: (url: string) => string): RequestListener =>
    (request, response) =>
      response.writeHead(302, { location: target(request.url ?? '') }).end();

  test('on the same name is followed at most five times', async () => {
    const { of } = await web(redirect((url) => `${url === '/' ? '' : url}/a`));
    expect(of('redirected')).toHaveLength(5);
  });

  test('in a circle ends', async () => {
    const { of } = await web(redirect(() => '/'));
    expect(of('redirected')).toHaveLength(5);
  });

  test.each([
    'http://other.example/',
    '//other.example/',
    'http://city.example/',
    'http://www.city.example.evil.example/',
    'http://127.0.0.1/',
    'http://www.city.example@other.example/',
    'https://www.city.example/',
    'http://www.city.example:1/',
    'ftp://www.city.example/',
    'javascript:alert(1)',
    'http://[',
    '',
  ])('to %j is recorded, not followed', async (target) => {
    const { of } = await web(redirect(() => target));
    expect(of('redirected')).toEqual([]);
    expect(of('root')[0]?.response).toMatchObject({
      value: { status: 302, headers: expect.arrayContaining([['location', target]]) },
    });
  });

  test('to TLS on an open port of the same name is followed there', async () => {
    const { cert, key } = issue({ subject: 'www.city.example' });
    await using secure = await listen(createSecureServer({ cert, key }, page));
    const target = `https://www.city.example:${secure.port}/`;
    const { of } = await web(
      redirect(() => target),
      { others: [secure.port] },
    );
    expect(of('redirected')).toMatchObject([{ url: target, response: { value: { status: 200 } } }]);
  });
});

describe('a hostile server', () => {
  test.each([
    ['garbage', Buffer.from('00ff'.repeat(500), 'hex'), 'garbled'],
    ['another protocol', 'SSH-2.0-OpenSSH\r\n', 'garbled'],
    ['nothing', '', 'closed'],
    ['half a head', 'HTTP/1.1 200 OK\r\nServer: x\r\n', 'closed'],
    ['endless headers', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(30_000)}`, 'garbled'],
    ['500 headers', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(500)}\r\n`, 'garbled'],
  ])('that sends %s is unknown, and is left alone', async (_, answer, reason) => {
    const { of, requests } = await raw(answer);
    expect(of('root')[0]?.response).toEqual({ outcome: 'unknown', reason });
    expect(of('security-txt')[0]?.response).toEqual({ outcome: 'unknown', reason: 'not-attempted' });
    expect(requests).toBe(1);
  });

  test('that never answers is a timeout', async () => {
    await using server = await tcpServer(() => {});
    const { of, requests } = await look(server, { probe: impatient });
    expect(of('root')[0]?.response).toEqual({ outcome: 'unknown', reason: 'timeout' });
    expect(requests).toBe(1);
  });

  test('that drips its head does not hold us', async () => {
    await using server = await tcpServer((socket) => {
      const drip = setInterval(() => socket.write('H'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    expect((await look(server, { probe: impatient })).of('root')[0]?.response.outcome).toBe('unknown');
  });

  test('that drips its body is read as far as it came', async () => {
    await using server = await tcpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    expect((await look(server, { probe: impatient })).of('root')[0]?.response).toMatchObject({
      outcome: 'yes',
      value: { status: 200 },
    });
  });

  test('with a bomb in gzip gives its beginning', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000));
    const { of } = await web((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(of('root')[0]?.response).toMatchObject({
      value: { status: 200, body: '\0'.repeat(65_536), complete: false },
    });
  });

  test('with an endless body is read to 256 KiB', async () => {
    const { of } = await web((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
      };
      response.on('drain', more);
      more();
    });
    expect(of('root')[0]?.response).toMatchObject({ value: { bodyBytes: 256 * 1024 } });
  });

  test('cannot lead a request to another host by a link', async () => {
    const hosts = new Set<unknown>();
    await web((request, response) => {
      hosts.add(request.headers.host?.split(':')[0]);
      response.end(
        '<a href="//other.example/x/a"><a href="http://other.example/y/a"><a href="/.//other.example/z/a">',
      );
    });
    const ours = [...hosts].filter((host) => host !== undefined && !/\.invalid$/.test(String(host)));
    expect(ours).toEqual(['www.city.example']);
  });

  test('that says the same to every path shows it in the control', async () => {
    const { of } = await web((_, response) => response.end('<h1>Welcome</h1>'));
    const control = of('missing-page')[0]?.response;
    expect(control).toMatchObject({ value: { status: 200, body: '<h1>Welcome</h1>' } });
  });
});

describe('a server that wants us to go', () => {
  const plea =
    (status: number, rest: Record<string, string>): RequestListener =>
    (_, response) =>
      response.writeHead(status, rest).end();

  test.each([
    [421, {}],
    [429, { 'retry-after': '3600' }],
    [503, { 'retry-after': '60' }],
  ])('%i with %j → is asked nothing more', async (status, rest) => {
    const { of, requests } = await web(plea(status, rest));
    expect(requests).toBe(1);
    expect(of('security-txt')[0]?.response).toEqual({ outcome: 'unknown', reason: 'blocked' });
  });

  test('429 twice → was asked once more after the rest, then nothing', async () => {
    const { of, requests } = await web(plea(429, { 'retry-after': '0' }));
    expect(requests).toBe(2);
    expect(of('root')[0]?.response).toMatchObject({ value: { status: 429 } });
    expect(of('security-txt')[0]?.response).toEqual({ outcome: 'unknown', reason: 'blocked' });
  });

  test('429 once → the answer after the rest counts, and the visit goes on', async () => {
    let asked = 0;
    const { of } = await web((request, response) => {
      if (asked++ === 0) return response.writeHead(429, { 'retry-after': '0' }).end();
      page(request, response);
    });
    expect(of('root')[0]?.response).toMatchObject({ value: { status: 200 } });
    expect(of('security-txt')[0]?.response).toMatchObject({ value: { status: 404 } });
  });
});

test('a stop of the guard ends the visit, it is no observation', async () => {
  const view = hostView(order, [openPort(80)]);
  const place = { host: loopback, name: null, port: 80, transport: 'tcp' as const };
  const guard = loopbackGuard(order, AbortSignal.abort());
  await expect(httpResponseProbe.gather(place, guard, view)).rejects.toThrow(GuardError);
});

test('the places are the web ports times the names', () => {
  const ports = [
    openPort(80),
    openPort(443, 'http', { tunnel: 'ssl' }),
    openPort(8080, 'ssh'),
    openPort(3128, 'http-proxy'),
    openPort(8000, 'http-alt', { method: 'table' }),
    openPort(25, 'smtp'),
  ];
  const places = httpResponseProbe.places(hostView(orderFor(loopback, ['a.example', 'b.example']), ports));
  expect(places.map(({ port, name }) => `${port} ${name?.[0]}`)).toEqual([
    '80 a',
    '80 b',
    '443 a',
    '443 b',
    '3128 a',
    '3128 b',
  ]);
});
