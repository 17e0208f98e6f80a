import { createServer, type RequestListener } from 'node:http';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { listen, loopback } from '../wire/servers.fixture.ts';
import { createWebFilesProbe } from './probe.ts';

const probe = createWebFilesProbe({ waitMs: 4000, responseMs: 5000, visitMs: 60_000 });

async function look(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await using listening = await listen(server);
  const order = orderFor(loopback, ['www.city.example']);
  const view = hostView(order, [openPort(listening.port, 'http')]);
  const [place] = probe.places(view);
  if (place === undefined) throw new Error('no place');
  const guard = loopbackGuard(order);
  const data = kinds['web-files'].schema.parse(await probe.gather(place, guard, view));
  const of = (purpose: string) => data.exchanges.filter((exchange) => exchange.purpose === purpose);
  return { data, of, asked, requests: guard.requests() };
}

type Pages = Readonly<Record<string, string | Buffer>>;

/** Serves these pages, as HTML what ends in a slash, and 404 for all else. */
const site =
  (pages: Pages): RequestListener =>
  (request, response) => {
    const body = pages[request.url ?? ''];
    if (body === undefined) return response.writeHead(404, { 'content-type': 'text/html' }).end('not here');
    const type = request.url?.endsWith('/') ? 'text/html' : 'text/plain';
    return response.writeHead(200, { 'content-type': type }).end(body);
  };

describe('an ordinary site', () => {
  test('is asked with GET alone, at most 40 times', async () => {
    const { asked, requests } = await look(
      site({ '/': '<a href="/docs/a.pdf"><img src="/img/a.png"><script src="/js/a.js"></script>' }),
    );

    expect(asked.every((line) => line.startsWith('GET '))).toBe(true);
    expect(requests).toBeLessThanOrEqual(40);
    expect(asked).toEqual(
      expect.arrayContaining(['GET /.git/HEAD', 'GET /docs/', 'GET /img/', 'GET /js/a.js']),
    );
  });

  test('of another product is not asked for the paths of WordPress', async () => {
    const plain = await look(site({ '/': 'hello' }));
    const wordpress = await look(site({ '/': '<link href="/wp-content/themes/a/style.css">' }));

    expect(plain.of('wordpress')).toEqual([]);
    expect(wordpress.of('wordpress')).toHaveLength(1);
    expect(wordpress.of('wp-config')).toHaveLength(2);
  });
});

describe('what is there', () => {
  test('is followed by two random names of the same folder and ending', async () => {
    const { asked } = await look(
      site({ '/': 'x', '/phpinfo.php': 'PHP', '/.git/HEAD': 'ref: refs/heads/main\n' }),
    );
    const after = (path: string, count: number) =>
      asked.slice(asked.indexOf(`GET ${path}`) + 1).slice(0, count);

    expect(after('/phpinfo.php', 2).every((line) => /^GET \/[0-9a-f]{16}\.php$/.test(line))).toBe(true);
    expect(after('/.git/HEAD', 3)).toEqual([
      'GET /.git/config',
      expect.stringMatching(/^GET \/\.git\/[0-9a-f]{16}$/),
      expect.stringMatching(/^GET \/\.git\/[0-9a-f]{16}$/),
    ]);
  });

  test('of settings keeps its secrets', async () => {
    const { data } = await look(site({ '/': 'x', '/.env': 'DB_PASSWORD=hunter2\n' }));

    expect(JSON.stringify(data)).toContain('DB_PASSWORD=***');
    expect(JSON.stringify(data)).not.toContain('hunter2');
  });

  test('of a binary file is kept as 64 bytes of its beginning, and no more than 512 are asked for', async () => {
    const archive = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(4_000_000, 'x')]);
    const ranges: unknown[] = [];
    const { of } = await look((request, response) => {
      if (request.url === '/backup.zip') ranges.push(request.headers.range);
      site({ '/': 'x', '/backup.zip': archive })(request, response);
    });
    const found = of('backup').find(({ url }) => url.endsWith('/backup.zip'));

    expect(ranges).toEqual(['bytes=0-511']);
    expect(found?.response).toMatchObject({
      value: { body: '', head: `504b0304${'78'.repeat(60)}`, complete: false, digests: null },
    });
    expect(found?.response.outcome === 'yes' && found.response.value.bodyBytes).toBeLessThan(600_000);
  });

  test('of a dump is kept as its first 512 characters, whatever the server sends', async () => {
    const { of } = await look(site({ '/': 'x', '/backup.sql': `-- MySQL dump 10\n${'x'.repeat(100_000)}` }));
    const found = of('sql-dump').find(({ url }) => url.endsWith('/backup.sql'));

    const body = found?.response.outcome === 'yes' ? found.response.value.body : '';
    expect(body).toMatch(/^-- MySQL dump 10\nx+$/);
    expect(body).toHaveLength(512);
  });

  test('of an icon is known by its digest', async () => {
    const { of } = await look(site({ '/': 'x', '/favicon.ico': 'icon' }));

    expect(of('icon')[0]?.response).toMatchObject({
      value: { digests: { md5: 'baec6461b0d69dde1b861aefbe375d8a' } },
    });
  });
});

test('scripts of other hosts are listed, and asked for on no host', async () => {
  const { data, asked } = await look(
    site({
      '/': '<script src="https://cdn.example/a.js"></script><script src="//other.example/b.js"></script><script async src=c.js></script>',
    }),
  );

  expect(data.scripts.map((url) => new URL(url).pathname)).toEqual(['/a.js', '/b.js', '/c.js']);
  expect(asked.filter((line) => line.endsWith('.js'))).toEqual(['GET /c.js']);
});

describe('a server that is asked no more', () => {
  test('sends everything elsewhere', async () => {
    const { asked, of } = await look((request, response) =>
      response.writeHead(301, { location: `https://www.city.example${request.url}` }).end(),
    );

    expect(asked).toHaveLength(3);
    expect(of('git-head')).toEqual([]);
  });

  test.each([401, 403])('refuses everything with %i', async (status) => {
    const { asked, of } = await look((_, response) => response.writeHead(status).end());

    expect(asked).toHaveLength(3);
    expect(of('git-head')[0]?.response).toEqual({ outcome: 'unknown', reason: 'blocked' });
  });

  test('refuses everything but the door of the product that it shows itself to be', async () => {
    const { asked, of } = await look(({ url }, response) =>
      response.writeHead(url === '/login' ? 200 : 403, { 'x-jenkins': '2.440.1' }).end(),
    );

    expect(asked.slice(3)).toEqual(['GET /login']);
    expect(of('jenkins')).toHaveLength(1);
  });

  test.each([421, 429])('asks for a rest with %i', async (status) => {
    const { of, requests } = await look((request, response) =>
      response.writeHead(request.url === '/' ? 200 : status, { 'retry-after': '3600' }).end('x'),
    );

    expect(requests).toBe(2);
    expect(of('env')[0]?.response).toEqual({ outcome: 'unknown', reason: 'blocked' });
  });
});

test('a server that has every file is asked for a bounded number', async () => {
  const { requests } = await look((_, response) =>
    response.setHeader('content-type', 'text/html').end('<h1>hi'),
  );

  expect(requests).toBeLessThanOrEqual(50);
});
