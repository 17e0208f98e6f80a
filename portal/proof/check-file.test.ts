import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseAddress } from '@enkaku/shared/model/address.ts';
import { afterEach, expect, test } from 'vitest';
import { checkFile, type FileCheckOptions } from './check-file.ts';
import type { Names } from './resolve.ts';

const token = 'abc123';
const place = `/.well-known/enkaku-${token}.txt`;
const servers: http.Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A web server on its own loopback address. @returns its port */
async function serve(address: string, handler: http.RequestListener, port = 0): Promise<number> {
  const server = http.createServer(handler).listen(port, address);
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const nowhere: Names = { addresses: async () => undefined, texts: async () => undefined };
const namesAt = (...addresses: string[]): Names => ({
  ...nowhere,
  addresses: async () => addresses.flatMap((text) => parseAddress(text) ?? []),
});
const options = (labPort: number, names = nowhere): FileCheckOptions => ({
  network: 'lab',
  names,
  labPort,
  userAgent: 'Enkaku/test',
});
const asset = { kind: 'address', value: '127.77.30.1' } as const;
const reason = async (check: ReturnType<typeof checkFile>) => {
  const outcome = await check;
  return outcome.outcome === 'failed' ? outcome.reason.ja : 'proven';
};

test('the file with the token → proven, its address pinned', async () => {
  const port = await serve('127.77.30.1', (request, response) =>
    response.end(request.url === place ? `${token}\n` : 'no'),
  );

  const outcome = await checkFile(asset, token, options(port));

  expect(outcome).toMatchObject({ outcome: 'proven', addresses: ['127.77.30.1'] });
});

test('a name whose other address serves nothing → only the serving address is pinned', async () => {
  const port = await serve('127.77.30.1', (_, response) => response.end(token));

  const outcome = await checkFile(
    { kind: 'name', value: 'www.example.jp' },
    token,
    options(port, namesAt('127.77.30.1', '127.77.30.2')),
  );

  expect(outcome).toMatchObject({ outcome: 'proven', addresses: ['127.77.30.1'] });
});

test('asked by its name → the name stands in the Host header', async () => {
  let host: string | undefined;
  const port = await serve('127.77.30.1', (request, response) => {
    host = request.headers.host;
    response.end(token);
  });

  await checkFile({ kind: 'name', value: 'www.example.jp' }, token, options(port, namesAt('127.77.30.1')));

  expect(host).toBe(`www.example.jp:${port}`);
});

test.each([
  ['404', (response: http.ServerResponse) => response.writeHead(404).end(token), '404'],
  [
    'a redirect to the right file',
    (response: http.ServerResponse) => response.writeHead(302, { location: 'http://127.77.30.9/' }).end(),
    '302',
  ],
  ['another text', (response: http.ServerResponse) => response.end('hello'), '内容が違います'],
  [
    'the token among other text',
    (response: http.ServerResponse) => response.end(`<p>${token}</p>`),
    '内容が違います',
  ],
  ['nothing', (response: http.ServerResponse) => response.end(), '内容が違います'],
  [
    'more than 8 KiB',
    (response: http.ServerResponse) => response.end(token.padEnd(20_000)),
    '内容が違います',
  ],
  ['a connection that breaks', (response: http.ServerResponse) => response.destroy(), '接続できません'],
])('%s → not proven', async (_, answer, words) => {
  const port = await serve('127.77.30.1', (_request, response) => void answer(response));

  expect(await reason(checkFile(asset, token, options(port)))).toContain(words);
});

test('an answer that never ends → given up within seconds', async () => {
  const port = await serve('127.77.30.1', (_request, response) => void response.write('a'));
  const before = Date.now();

  expect(await reason(checkFile(asset, token, options(port)))).not.toBe('proven');
  expect(Date.now() - before).toBeLessThan(15_000);
});

test('nobody listens → not proven', async () => {
  const port = await serve('127.77.30.3', (_, response) => response.end(token));

  expect(await reason(checkFile(asset, token, options(port)))).toContain('接続できません');
});

test.each(['127.77.30.1', '10.0.0.1', '169.254.169.254', '::1'])(
  'on the Internet, a name that leads to %s → refused, and not one request is made',
  async (address) => {
    let requests = 0;
    const port = await serve('127.77.30.1', (_, response) => {
      requests += 1;
      response.end(token);
    });
    const internet = { ...options(port, namesAt(address)), network: 'internet' } as const;

    expect(await reason(checkFile({ kind: 'name', value: 'www.example.jp' }, token, internet))).toContain(
      'RFC 6890',
    );
    expect(requests).toBe(0);
  },
);

test('a name without an answer from DNS → unknown, not proven', async () => {
  expect(await reason(checkFile({ kind: 'name', value: 'www.example.jp' }, token, options(80)))).toContain(
    '応答がありません',
  );
});

test('a name without an address → said so', async () => {
  const check = checkFile({ kind: 'name', value: 'www.example.jp' }, token, options(80, namesAt()));

  expect(await reason(check)).toContain('レコード）がありません');
});
