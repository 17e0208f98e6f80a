import type { Socket } from 'node:net';
import { TLSSocket, type TlsOptions } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { ProbeError } from '../../guard/guard.ts';
import { createTlsBehaviourProbe } from '../tls-behaviour/probe.ts';
import { createTlsHelloProbe } from '../tls-hello/probe.ts';
import { issue } from './certificate.fixture.ts';
import { loopbackGuard } from './loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from './order.fixture.ts';
import { loopback, tcpServer } from './servers.fixture.ts';
import { NoStarttlsError, openForTls, type TlsRoute } from './tls-route.ts';

const order = orderFor(loopback, ['www.city.example']);
const { cert, key } = issue({ subject: 'www.city.example', dnsNames: ['www.city.example'] });

/** `greeting` at once, `answer` to the first thing said; then TLS. */
interface Talk {
  readonly greeting?: string;
  readonly answer?: string;
  readonly second?: string;
}
const mysqlGreeting = Buffer.from(
  `2800 0000 0a 382e302e333600 01000000 4141414141414141 00 ffff 21 0200 ffff 15 ${'00'.repeat(10)} 42`.replaceAll(
    ' ',
    '',
  ),
  'hex',
);
const xmppFeatures = "<stream:stream><stream:features><starttls xmlns='x'/></stream:features>";

const talks: Readonly<Record<Exclude<TlsRoute, 'direct' | 'smtp-starttls'>, Talk>> = {
  'imap-starttls': { greeting: '* OK ready\r\n', answer: 'e1 OK begin\r\n' },
  'pop3-starttls': { greeting: '+OK ready\r\n', answer: '+OK begin\r\n' },
  'ftp-auth-tls': { greeting: '220 ready\r\n', answer: '234 begin\r\n' },
  'ldap-starttls': { answer: Buffer.from('300c02010178070a010004000400', 'hex').toString('latin1') },
  postgresql: { answer: 'S' },
  mysql: { greeting: mysqlGreeting.toString('latin1') },
  'xmpp-starttls': { answer: xmppFeatures, second: "<proceed xmlns='x'/>" },
};

function server(talk: Talk, tls: TlsOptions = {}) {
  const begin = (socket: Socket) =>
    new TLSSocket(socket, { isServer: true, cert, key, ...tls }).on('error', () => {});
  return tcpServer((socket) => {
    const answers = [talk.answer, talk.second].filter((answer) => answer !== undefined);
    if (talk.greeting !== undefined) socket.write(talk.greeting, 'latin1');
    socket.on('data', function hear(bytes: Buffer) {
      const [answer] = answers.splice(0, 1);
      if (answer !== undefined) socket.write(answer, 'latin1');
      if (answers.length > 0) return;
      socket.off('data', hear).pause();
      // MySQL's client goes on without an answer: what follows its 36 bytes is TLS already.
      if (answer === undefined && bytes.length > 36) socket.unshift(bytes.subarray(36));
      begin(socket);
    });
  });
}

const placeOf = (port: number) =>
  ({ host: loopback, name: 'www.city.example', port, transport: 'tcp' }) as const;

describe('the way to TLS', () => {
  test.each(Object.entries(talks) as [TlsRoute, Talk][])('over %s ends in a handshake', async (via, talk) => {
    await using there = await server(talk);
    const guard = loopbackGuard(order);
    const socket = await openForTls(guard, placeOf(there.port), via, { timeoutMs: 2000 });
    const secure = await guard.upgradeTls(socket);
    expect(secure.getProtocol()).toBe('TLSv1.3');
    secure.destroy();
  });

  test.each<[TlsRoute, Talk]>([
    ['imap-starttls', { greeting: '* OK ready\r\n', answer: 'e1 BAD unknown\r\n' }],
    ['postgresql', { answer: 'N' }],
    ['ftp-auth-tls', { greeting: '220 ready\r\n', answer: '502 not here\r\n' }],
  ])('over %s ends where the server has none', async (via, talk) => {
    await using there = await server(talk);
    const opening = openForTls(loopbackGuard(order), placeOf(there.port), via, { timeoutMs: 2000 });
    await expect(opening).rejects.toThrow(NoStarttlsError);
  });

  test('ends at a server that speaks something else, and gives its turn back', async () => {
    await using there = await server({ greeting: 'SSH-2.0-OpenSSH\r\n' });
    const guard = loopbackGuard(order);
    for (let time = 0; time < 3; time++) {
      const opening = openForTls(guard, placeOf(there.port), 'pop3-starttls', { timeoutMs: 2000 });
      await expect(opening).rejects.toThrow(ProbeError);
    }
  });
});

describe('the turns', () => {
  test('of one host are two at a time; a third waits until one has ended', async () => {
    await using there = await tcpServer(() => {});
    const guard = loopbackGuard(order);
    const open = () => openForTls(guard, placeOf(there.port), 'direct', { timeoutMs: 2000 });
    const first = await open();
    await open();
    const third = open();
    expect(guard.connections()).toBe(2);

    first.destroy();
    await third;

    expect(guard.connections()).toBe(3);
  });
});

test('a server that counts connections is asked for its weaknesses in at most 27', async () => {
  const weak = {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.2',
    ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
  } as const;
  await using there = await server(talks.mysql, weak);
  const view = hostView(order, [openPort(there.port, 'mysql')]);
  const hello = await createTlsHelloProbe({ answerMs: 3000, pause: async () => {} }).gather(
    placeOf(there.port),
    loopbackGuard(order),
    view,
  );
  const behaviour = await createTlsBehaviourProbe({ answerMs: 3000 }).gather(
    placeOf(there.port),
    loopbackGuard(order),
    view,
  );
  expect(hello).toMatchObject({
    via: 'mysql',
    versions: { 'TLSv1.0': { outcome: 'yes' } },
    families: { null: { outcome: 'yes' }, anon: { outcome: 'yes' } },
  });
  expect(hello.connections + behaviour.connections).toBeLessThanOrEqual(27);
});
