import { describe, expect, test } from 'vitest';
import { hostView, openPort, orderFor } from './order.fixture.ts';
import { countsConnections, placesFor, schemeOf, smtpOf, tlsRouteOf } from './services.ts';

const table = { method: 'table' as const };
const tunnel = { tunnel: 'ssl' as const };

describe('what is spoken on a port', () => {
  test.each([
    [openPort(443), 'direct', 'https', undefined],
    [openPort(443, 'tcpwrapped'), 'direct', 'https', undefined],
    [openPort(80), undefined, 'http', undefined],
    [openPort(80, 'http', table), undefined, 'http', undefined],
    [openPort(8000, 'http'), undefined, 'http', undefined],
    [openPort(8000, 'http', table), undefined, undefined, undefined],
    [openPort(9443, 'http', tunnel), 'direct', 'https', undefined],
    [openPort(8080, 'ssh'), undefined, undefined, undefined],
    [openPort(8443, 'https-alt', table), 'direct', 'https', undefined],
    [openPort(25), 'smtp-starttls', undefined, 'plain'],
    [openPort(587, 'submission', table), 'smtp-starttls', undefined, 'plain'],
    [openPort(2525, 'smtp'), 'smtp-starttls', undefined, 'plain'],
    [openPort(25, 'ssh'), undefined, undefined, undefined],
    [openPort(465, 'smtps', table), 'direct', undefined, 'implicit-tls'],
    [openPort(4650, 'smtp', tunnel), 'direct', undefined, 'implicit-tls'],
    [openPort(465, 'ssh'), 'direct', undefined, undefined],
    [openPort(993, 'imap', tunnel), 'direct', undefined, undefined],
    [openPort(22, 'ssh'), undefined, undefined, undefined],
    [openPort(9999), undefined, undefined, undefined],
    [openPort(143), 'imap-starttls', undefined, undefined],
    [openPort(110, 'pop3', table), 'pop3-starttls', undefined, undefined],
    [openPort(2121, 'ftp'), 'ftp-auth-tls', undefined, undefined],
    [openPort(990, 'ftps', table), 'direct', undefined, undefined],
    [openPort(389, 'ldap'), 'ldap-starttls', undefined, undefined],
    [openPort(5432), 'postgresql', undefined, undefined],
    [openPort(3306, 'mysql'), 'mysql', undefined, undefined],
    [openPort(5269, 'xmpp-server', table), 'xmpp-starttls', undefined, undefined],
    [openPort(3306, 'ssh'), undefined, undefined, undefined],
  ])('%j', (port, tls, scheme, smtp) => {
    expect([tlsRouteOf(port), schemeOf(port), smtpOf(port)]).toEqual([tls, scheme, smtp]);
  });
});

describe('the places', () => {
  const ports = [
    openPort(443),
    { ...openPort(444), state: 'filtered' as const },
    { ...openPort(53), transport: 'udp' as const },
  ];

  test('are open TCP ports only', () => {
    const places = placesFor(hostView(orderFor('127.77.2.1', ['a.example']), ports), () => true);
    expect(places).toEqual([{ host: '127.77.2.1', name: 'a.example', port: 443, transport: 'tcp' }]);
  });

  test('are none for a domain, and none where nothing is known of the ports', () => {
    const order = orderFor('127.77.2.1', [], { target: { kind: 'domain', domain: 'city.example' } });
    expect(placesFor(hostView(order, ports), () => true)).toEqual([]);
    expect(placesFor({ order: orderFor('127.77.2.1'), ports: null }, () => true)).toEqual([]);
  });
});

test.each([
  [25, 'smtp-starttls', true],
  [587, 'smtp-starttls', true],
  [465, 'direct', true],
  [3306, 'mysql', true],
  [443, 'direct', false],
  [993, 'direct', false],
  [143, 'imap-starttls', false],
  [null, 'direct', false],
] as const)('port %s, %s → counts connections: %s', (port, via, counts) => {
  expect(countsConnections(port, via)).toBe(counts);
});
