import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';

/** What a server does with one connection, once the request has begun to come in. */
export interface Behaviour {
  readonly over: 'tls' | 'plain';
  readonly answer: (socket: Duplex, request: string) => void;
}

/** A page that nothing is wrong with: whatever is found on it is a false alarm. */
const goodHead = [
  'HTTP/1.1 200 OK',
  'Content-Type: text/html; charset=utf-8',
  'Strict-Transport-Security: max-age=31536000; includeSubDomains',
  "Content-Security-Policy: default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options: nosniff',
  'X-Frame-Options: DENY',
].join('\r\n');
const page = (body: string | Buffer, more = '') =>
  Buffer.concat([
    Buffer.from(
      `${goodHead}\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);
const wordOf = (request: string) => /^\S+ (\S+)/.exec(request)?.[1] ?? '/';

const say =
  (bytes: string | Buffer) =>
  (socket: Duplex): void => {
    socket.end(bytes);
  };

/** Piece after piece until the other side has had enough. */
function drip(socket: Duplex, piece: (count: number) => string | Buffer, everyMs: number): void {
  let count = 0;
  const timer = setInterval(() => socket.write(piece(count++)), everyMs);
  socket.on('close', () => clearInterval(timer));
}

function pour(socket: Duplex, piece: Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

/** Servers that are broken, tired, or mean. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  'the same page for every path': {
    over: 'tls',
    answer: say(page('<!doctype html><title>ようこそ</title><a href="/files/">x</a></html>')),
  },
  'every path named on a page of its own': {
    over: 'tls',
    answer: (socket, request) =>
      socket.end(page(`<title>${wordOf(request)}</title><pre>${request.slice(0, 2000)}</pre></html>`)),
  },
  'text for every path': {
    over: 'tls',
    answer: (socket, request) =>
      socket.end(page(wordOf(request), '').toString().replace('text/html', 'text/plain')),
  },
  'byte by byte': {
    over: 'tls',
    answer: (socket) => drip(socket, (count) => goodHead[count] ?? 'x', 30),
  },
  'a header line now and then': {
    over: 'tls',
    answer: (socket) =>
      drip(socket, (count) => (count === 0 ? 'HTTP/1.1 200 OK\r\n' : `X-${count}: x\r\n`), 100),
  },
  'a body that never ends': {
    over: 'tls',
    answer: (socket) => {
      socket.write(`${goodHead}\r\n\r\n`);
      pour(socket, Buffer.alloc(65_536, '<p>'));
    },
  },
  'less than announced': {
    over: 'tls',
    answer: (socket) => socket.end(`${goodHead}\r\nContent-Length: 5000\r\n\r\n<title>市`),
  },
  'headers without end': {
    over: 'tls',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      pour(socket, Buffer.from('X-Again: and again\r\n'.repeat(3000)));
    },
  },
  'a hundred long cookies': {
    over: 'tls',
    answer: say(
      page('<p></html>', `Set-Cookie: a=${'x'.repeat(400)}; Secure; HttpOnly; SameSite=Lax\r\n`.repeat(100)),
    ),
  },
  'a bomb in gzip': {
    over: 'tls',
    answer: say(page(gzipSync(Buffer.alloc(50_000_000)), 'Content-Encoding: gzip\r\n')),
  },
  'ten thousand redirects': {
    over: 'tls',
    answer: (socket, request) =>
      socket.end(
        `HTTP/1.1 302 Found\r\nLocation: /${Number(/\d+/.exec(wordOf(request))?.[0] ?? 0) + 1}\r\nContent-Length: 0\r\n\r\n`,
      ),
  },
  'lengths that disagree': {
    over: 'tls',
    answer: say(
      `${goodHead}\r\nContent-Length: -1\r\nContent-Length: 99999999999999999999\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx`,
    ),
  },
  'NUL bytes': {
    over: 'tls',
    answer: say(page(`<title>\0\0</title>${'\0'.repeat(5000)}</html>`, 'X-Nul: a\0b\r\n')),
  },
  'tags without end': { over: 'tls', answer: say(page('<script src="'.repeat(20_000))) },
  'a policy of eight thousand words': {
    over: 'tls',
    answer: say(
      page('<p></html>', `Content-Security-Policy: default-src 'self' ${"'nonce-x' ".repeat(800)}\r\n`),
    ),
  },
  'HTTP/2 in name only': { over: 'tls', answer: say(Buffer.alloc(4000, 0x7f)) },
  'a firewall that says 200': {
    over: 'tls',
    answer: say(page('<html><head><title>Request Rejected</title></head>Your support ID is: 17</html>')),
  },
  'a firewall that says 403': {
    over: 'plain',
    answer: say('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'),
  },
  'a rate limit': {
    over: 'plain',
    answer: say('HTTP/1.1 429 Slow Down\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n'),
  },
  'a login wall': {
    over: 'tls',
    answer: say('HTTP/1.1 401 Who\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n'),
  },
  'HTTP/0.9': { over: 'plain', answer: say('<html><title>1991</title><p>Hello</html>') },
  'another protocol': { over: 'plain', answer: say('SSH-2.0-OpenSSH_9.9\r\n') },
  'nothing at all': { over: 'plain', answer: () => {} },
  'an end without a word': { over: 'plain', answer: (socket) => socket.end() },
};
