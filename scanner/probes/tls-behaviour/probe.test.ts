import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback, type TestServer, tcpServer, tlsServer } from '../wire/servers.fixture.ts';
import { smtpServer } from '../wire/smtp-server.fixture.ts';
import { createTlsBehaviourProbe } from './probe.ts';

const order = orderFor(loopback, ['www.city.example']);

async function look(server: TestServer, service: 'https' | 'smtp' = 'https', answerMs = 3000) {
  const probe = createTlsBehaviourProbe({ answerMs });
  const tunnel = service === 'https' ? ('ssl' as const) : null;
  const view = hostView(order, [openPort(server.port, service, { tunnel })]);
  const [place] = probe.places(view);
  if (place === undefined) throw new Error('expected a place');
  const guard = loopbackGuard(order);
  const data = kinds['tls-behaviour'].schema.parse(await probe.gather(place, guard, view));
  expect(guard.connections()).toBe(data.connections);
  return data;
}

describe('a modern server', () => {
  test('shows its session and its tickets, and refuses every wrong turn, in at most five connections', async () => {
    await using server = await tlsServer({ ALPNProtocols: ['h2', 'http/1.1'] });
    const data = await look(server);
    expect(data).toMatchObject({
      session: { outcome: 'yes', value: { version: 'TLSv1.3', alpn: 'h2' } },
      ticket: {
        'TLSv1.2': { outcome: 'yes' },
        'TLSv1.3': { outcome: 'yes', value: { lifetimeSeconds: 7200 } },
      },
      earlyData: { outcome: 'no' },
      ccsInjection: { outcome: 'no' },
      ticketbleed: { outcome: 'no' },
      heartbleed: { outcome: 'unknown', reason: 'not-attempted' },
    });
    expect(data.connections).toBeLessThanOrEqual(5 + 9);
  });

  test('that lets a client renegotiate is seen to do so', async () => {
    await using server = await tlsServer({ maxVersion: 'TLSv1.2' });
    const { clientRenegotiation, session } = await look(server);
    expect(session).toMatchObject({ value: { version: 'TLSv1.2', alpn: null } });
    expect(clientRenegotiation).toMatchObject({
      outcome: 'yes',
      value: { before: expect.stringMatching(/^[0-9a-f]+$/) },
    });
  });

  test('of TLS 1.3 alone has nothing of TLS 1.2', async () => {
    await using server = await tlsServer({ minVersion: 'TLSv1.3' });
    expect(await look(server)).toMatchObject({
      clientRenegotiation: { outcome: 'no' },
      ticket: { 'TLSv1.2': { outcome: 'no' }, 'TLSv1.3': { outcome: 'yes' } },
      ccsInjection: { outcome: 'no' },
    });
  });
});

test('behind STARTTLS of a mail server the same is seen, but for ROBOT with its ten connections', async () => {
  await using server = await smtpServer();
  const data = await look(server, 'smtp');
  expect(data).toMatchObject({
    via: 'smtp-starttls',
    session: { outcome: 'yes' },
    robot: { outcome: 'unknown', reason: 'not-attempted' },
  });
});

test('a mail server without STARTTLS does none of it', async () => {
  await using server = await smtpServer({ EHLO: '250 mx.city.example' });
  expect(await look(server, 'smtp')).toMatchObject({
    session: { outcome: 'no' },
    ccsInjection: { outcome: 'no' },
  });
});

test('a server that never answers is asked once', async () => {
  await using server = await tcpServer(() => {});
  const data = await look(server, 'https', 200);
  expect(data).toMatchObject({ session: { outcome: 'unknown', reason: 'timeout' } });
  expect(data).toMatchObject({ ccsInjection: { outcome: 'unknown', reason: 'not-attempted' } });
  expect(data.connections).toBe(1);
});

test('a server that speaks HTTP is unknown', async () => {
  await using server = await tcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect(await look(server)).toMatchObject({
    session: { outcome: 'unknown', reason: 'garbled' },
    ccsInjection: { outcome: 'unknown' },
    robot: { outcome: 'unknown' },
  });
});
