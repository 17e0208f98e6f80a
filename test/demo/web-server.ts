import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import type { Bed, DaemonName, Strength } from '../beds/contract.ts';
import { hardenedHeaders, hardenedPages, weakHeaders, weakPages } from '../beds/site.ts';
import type { TestCa } from '../beds/test-ca.ts';
import { listen, portFor } from './listen.ts';

const usualNames = {
  weak: ['www.weak.test', 'weak.test'],
  hardened: ['www.hardened.test', 'hardened.test', 'mta-sts.hardened.test'],
} as const;

export const weakTls: SecureContextOptions = {
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.2',
  ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
};
export const hardenedTls: SecureContextOptions = {
  minVersion: 'TLSv1.2',
  ciphers:
    'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305',
  honorCipherOrder: true,
  ecdhCurve: 'X25519:P-256',
};

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** HTTP and HTTPS. */
export async function startWebServer(options: {
  address: string;
  ca: TestCa;
  strength: Strength;
  /** Of a web server that is not the town's own. */
  daemon?: DaemonName;
}): Promise<Bed> {
  const { address, ca, strength, daemon = 'nginx' } = options;
  const names = daemon === 'nginx' ? usualNames[strength] : ([`${daemon}.${strength}.test`] as const);
  const leaf = await ca.issue(strength === 'weak' ? 'neglected' : 'good', names);
  const tls = strength === 'weak' ? weakTls : hardenedTls;
  const site = strength === 'weak' ? serveWeak : serveHardened(new Date());
  const [httpPort, httpsPort] = [portFor(80), portFor(443)];
  await using stack = new AsyncDisposableStack();
  const http = createServer(strength === 'weak' ? site : redirectToHttps(httpsPort));
  stack.defer(await listen(http, address, httpPort));
  const https = createTlsServer({ ...tls, cert: leaf.chainPem, key: leaf.keyPem }, site);
  stack.defer(await listen(https, address, httpsPort));
  const started = stack.move();
  return {
    daemon,
    strength,
    address,
    names,
    tcpPorts: [httpPort, httpsPort],
    udpPorts: [],
    zones: [],
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

const serveWeak: RequestListener = (request, response) => {
  const path = pathOf(request);
  const headers = { Server: 'nginx/1.22.1', ...weakHeaders };
  if (path === 'files/') return send(response, 200, 'html', listing(), headers);
  const page = weakPages[path];
  if (page === undefined) return send(response, 404, 'html', '<h1>404 Not Found</h1>', headers);
  send(response, 200, path, page, headers);
};

function serveHardened(now: Date): RequestListener {
  const pages = hardenedPages(now);
  return (request, response) => {
    const page = pages[pathOf(request)];
    const headers = { Server: 'nginx', ...hardenedHeaders };
    if (page === undefined) return send(response, 404, 'html', pages['not-found.html'] ?? '', headers);
    send(response, 200, pathOf(request), page, headers);
  };
}

function redirectToHttps(port: number): RequestListener {
  return (request, response) => {
    const host = (request.headers.host ?? usualNames.hardened[0]).replace(/:\d+$/, '');
    const authority = port === 443 ? host : `${host}:${port}`;
    response.writeHead(301, { Server: 'nginx', Location: `https://${authority}${request.url ?? '/'}` }).end();
  };
}

/** The key of the page that is asked for. */
function pathOf(request: IncomingMessage): string {
  const path = (request.url ?? '/').slice(1).replace(/\?.*$/, '');
  return path === '' || path === 'forms/' ? `${path}index.html` : path;
}

function listing(): string {
  const entries = Object.keys(weakPages)
    .filter((path) => path.startsWith('files/'))
    .map((path) => path.replace(/^files\/([^/]+\/?).*$/, '$1'));
  const links = ['../', ...entries].map((entry) => `<a href="${entry}">${entry}</a>`).join('\n');
  return `<html>\n<head><title>Index of /files/</title></head>\n<body>\n<h1>Index of /files/</h1><hr><pre>${links}\n</pre><hr></body>\n</html>\n`;
}

function send(
  response: ServerResponse,
  status: number,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): void {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const contentType = contentTypes[extension] ?? 'text/plain; charset=utf-8';
  response.writeHead(status, { 'Content-Type': contentType, ...headers }).end(body);
}
