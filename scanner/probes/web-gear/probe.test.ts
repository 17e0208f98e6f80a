import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { webGearSchema } from '@enkaku/shared/evidence/web-gear/schema.ts';
import { describe, expect, it } from 'vitest';
import { issue } from '../wire/certificate.fixture.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback } from '../wire/servers.fixture.ts';
import { followUpsFor, pathsFor } from './paths.ts';
import { webGearProbe } from './probe.ts';

type Pages = Readonly<Record<string, { status?: number; headers?: Record<string, string>; body?: string }>>;

/** What a web port with these pages is asked, and what is kept of its answers. */
async function visit(pages: Pages, scheme: 'http' | 'https' = 'https') {
  const asked: string[] = [];
  const answer: Parameters<typeof createServer>[1] = (request, response) => {
    asked.push(request.url ?? '');
    const { status = 200, headers = {}, body = '' } = pages[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  };
  const { cert, key } = issue({ subject: 'gw.city.example', dnsNames: ['gw.city.example'] });
  const server = scheme === 'https' ? createTlsServer({ cert, key }, answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  const { port } = server.address() as AddressInfo;
  const order = orderFor(loopback);
  const host = hostView(order, [openPort(port, 'http', { tunnel: scheme === 'https' ? 'ssl' : null })]);
  const [endpoint] = webGearProbe.places(host);
  if (endpoint === undefined) throw new Error('no place');
  const data = webGearSchema.parse(await webGearProbe.gather(endpoint, loopbackGuard(order), host));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { asked, data };
}

describe('a web port', () => {
  it('of an unknown server with TLS → the entrances of gateways, each once', async () => {
    const { asked, data } = await visit({});
    expect(asked[0]).toBe('/');
    expect(asked).toContain('/remote/login');
    expect(new Set(asked).size).toBe(asked.length);
    expect(data.exchanges.map(({ path }) => path)).toEqual(asked);
  });

  it('of a distribution’s package → its first page alone', async () => {
    const { asked } = await visit({ '/': { headers: { Server: 'nginx/1.22.1 (Ubuntu)' } } });
    expect(asked).toEqual(['/']);
  });

  it('that redirects → the redirect is kept and not followed', async () => {
    const { asked, data } = await visit({ '/': { status: 302, headers: { Location: '/my.policy' } } });
    expect(asked.filter((path) => path === '/my.policy').length).toBe(1);
    expect(data.exchanges[0]?.response).toMatchObject({ outcome: 'yes', value: { status: 302 } });
  });

  it('that shows its product → the file that tells its age', async () => {
    const { asked } = await visit({ '/remote/login': { headers: { 'Set-Cookie': 'SVPNCOOKIE=' } } });
    expect(asked.at(-1)).toBe('/remote/fgt_lang?lang=en');
  });

  it('with a page of a megabyte → its beginning', async () => {
    const { data } = await visit({ '/': { body: '\x1b[31m'.repeat(200_000) } }, 'http');
    expect(data.exchanges[0]?.response).toMatchObject({
      value: { body: expect.stringMatching(/^.{4096}$/s) },
    });
  });
});

describe('where', () => {
  const placesOf = (...ports: ReturnType<typeof openPort>[]) =>
    webGearProbe
      .places(hostView(orderFor(loopback, ['a.example', 'b.example']), ports))
      .map(({ port, name }) => `${port} ${name}`);

  it.each([
    [
      'each web port once, under the first name',
      [openPort(443, 'http', { tunnel: 'ssl' }), openPort(80, 'http')],
      ['443 a.example', '80 a.example'],
    ],
    [
      'interfaces on their own ports',
      [openPort(2375), openPort(6443, 'ssl')],
      ['2375 a.example', '6443 a.example'],
    ],
    ['another service on such a port', [openPort(2375, 'ssh')], []],
    ['no web port', [openPort(22, 'ssh'), openPort(25)], []],
  ])('%s', (_, ports, expected) => {
    expect(placesOf(...ports)).toEqual(expected);
  });

  it.each([
    [2375, 'http', null, ['/version']],
    [80, 'http', 'nginx', ['/HNAP1/']],
    [443, 'https', 'Microsoft-IIS/10.0', []],
  ] as const)('port %d, %s, Server %s → %j', (port, scheme, server, paths) => {
    expect(pathsFor(port, scheme, server)).toEqual(paths);
  });

  it('answers that show nothing → nothing more', () => {
    expect(followUpsFor('Server: nginx\n<html>')).toEqual([]);
  });
});
