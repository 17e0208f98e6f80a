import { expect, test } from 'vitest';
import { recogniseWebServer, wantsTls } from './web-server.ts';

const head = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');

test.each([
  ['nginx/1.22.1', 'http', 'nginx', '1.22.1', 'cpe:/a:igor_sysoev:nginx:1.22.1'],
  ['Apache/2.4.57 (Debian)', 'http', 'Apache httpd', '2.4.57', 'cpe:/a:apache:http_server:2.4.57'],
  ['Apache', 'http', 'Apache httpd', null, 'cpe:/a:apache:http_server'],
  [
    'Microsoft-IIS/10.0',
    'http',
    'Microsoft IIS httpd',
    '10.0',
    'cpe:/a:microsoft:internet_information_services:10.0',
  ],
  ['squid/5.7', 'http-proxy', 'Squid http proxy', '5.7', 'cpe:/a:squid-cache:squid:5.7'],
  ['Own/0.1 (x)', 'http', 'Own', '0.1', undefined],
])('Server: %s → %s', (server, name, product, version, cpe) => {
  const service = recogniseWebServer(head('HTTP/1.1 200 OK', `Server: ${server}`));
  expect(service).toMatchObject({ name, product, version });
  expect(service?.cpe[0]).toBe(cpe);
});

test('no Server → a web server without a name', () => {
  expect(recogniseWebServer(head('HTTP/1.0 401 Unauthorized'))).toMatchObject({
    name: 'http',
    product: null,
  });
});

test.each(['SSH-2.0-x\r\n', 'HTTP/2.0 200\r\n', 'ICY 200 OK\r\n', ''])('%j → no web server', (text) => {
  expect(recogniseWebServer(Buffer.from(text))).toBeUndefined();
});

test.each([
  [Buffer.of(0x15, 3, 1, 0, 2, 2, 70), true],
  [head('HTTP/1.1 400 Bad Request', '', '<h1>The plain HTTP request was sent to HTTPS port</h1>'), true],
  [head('HTTP/1.1 400 Bad Request'), false],
  [head('HTTP/1.1 200 OK', '', 'plain HTTP request was sent to HTTPS port'), false],
])('%# → asks for TLS or not', (bytes, expected) => {
  expect(wantsTls(bytes)).toBe(expected);
});
