import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { expect, test } from 'vitest';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback, type TestServer, tcpServer, tlsServer } from '../wire/servers.fixture.ts';
import {
  type Buffering,
  imapAnswers,
  type MailboxAnswers,
  mailboxServer,
  pop3Answers,
} from './mailbox-server.fixture.ts';
import { createMailboxDialogProbe, mailboxDialogProbe } from './probe.ts';

const order = orderFor(loopback, ['mail.city.example']);
const patient = createMailboxDialogProbe({ sessionMs: 4000 });
const impatient = createMailboxDialogProbe({ sessionMs: 300 });

async function look(server: TestServer, service: string, probe = patient) {
  const tunnel = service.endsWith('s') ? ('ssl' as const) : null;
  const view = hostView(order, [openPort(server.port, service, { tunnel })]);
  const [place] = probe.places(view);
  if (place === undefined) throw new Error('no place');
  return kinds['mailbox-dialog'].schema.parse(await probe.gather(place, loopbackGuard(order), view));
}

async function talk(service: 'imap' | 'pop3', change: MailboxAnswers = {}, buffering: Buffering = 'drops') {
  const heard: string[] = [];
  const usual = service === 'imap' ? imapAnswers : pop3Answers;
  await using server = await mailboxServer({ ...usual, ...change }, { heard, buffering });
  const data = await look(server, service);
  await server.idle();
  return { data, heard, sessions: server.connections() };
}

const notAttempted = { outcome: 'unknown', reason: 'not-attempted' };
const blocked = { outcome: 'unknown', reason: 'blocked' };
const garbled = { outcome: 'unknown', reason: 'garbled' };

test('an IMAP server as it should be is seen in two sessions', async () => {
  const { data, heard, sessions } = await talk('imap');
  expect(data).toEqual({
    protocol: 'imap',
    implicitTls: false,
    greeting: { outcome: 'yes', value: '* OK ready' },
    capabilities: { outcome: 'yes', value: ['* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED'] },
    starttls: { outcome: 'yes', value: 'e2 OK begin' },
    capabilitiesInTls: { outcome: 'yes', value: ['* CAPABILITY IMAP4rev1 AUTH=PLAIN'] },
    injection: { outcome: 'no' },
  });
  expect(sessions).toBe(2);
  expect(heard).toEqual(
    expect.arrayContaining(['e1 CAPABILITY', 'e2 STARTTLS', 'e9 LOGOUT', 'i1 STARTTLS', 'i3 LOGOUT']),
  );
});

test('a POP3 server as it should be is seen in two sessions', async () => {
  const { data, sessions } = await talk('pop3');
  expect(data).toEqual({
    protocol: 'pop3',
    implicitTls: false,
    greeting: { outcome: 'yes', value: '+OK ready' },
    capabilities: { outcome: 'yes', value: ['+OK', 'TOP', 'STLS'] },
    starttls: { outcome: 'yes', value: '+OK begin' },
    capabilitiesInTls: { outcome: 'yes', value: ['+OK', 'TOP', 'USER'] },
    injection: { outcome: 'no' },
  });
  expect(sessions).toBe(2);
});

test.each([
  ['imap', 'i2 OK noop'],
  ['pop3', '+OK'],
] as const)('%s: a command from before TLS that is answered inside it', async (service, value) => {
  const { data } = await talk(service, {}, 'keeps');
  expect(data.injection).toEqual({ outcome: 'yes', value });
});

test.each(['imap', 'pop3'] as const)(
  '%s: TLS that fails on such a command alone takes none',
  async (service) => {
    const { data, sessions } = await talk(service, {}, 'chokes');
    expect(data).toMatchObject({ capabilitiesInTls: { outcome: 'yes' }, injection: { outcome: 'no' } });
    expect(sessions).toBe(3);
  },
);

test('a server that hangs up on us from the second session on: nothing is known of the injection', async () => {
  await using server = await mailboxServer(imapAnswers);
  const guard = loopbackGuard(order);
  const view = hostView(order, [openPort(server.port, 'imap')]);
  const [place] = patient.places(view);
  if (place === undefined) throw new Error('no place');
  let handshakes = 0;
  const data = await patient.gather(
    place,
    {
      ...guard,
      upgradeTls: (socket, options) => {
        handshakes += 1;
        if (handshakes > 1) socket.destroy();
        return guard.upgradeTls(socket, options);
      },
    },
    view,
  );
  expect(data).toMatchObject({ capabilitiesInTls: { outcome: 'yes' }, injection: { outcome: 'unknown' } });
});

test.each(['imap', 'pop3'] as const)('%s: no login is ever tried', async (service) => {
  const { heard } = await talk(service, {}, 'keeps');
  const verbs = new Set(heard.map((command) => command.replace(/^\w\d /, '')));
  const asked = ['CAPA', 'CAPABILITY', 'LOGOUT', 'NOOP', 'QUIT', 'STARTTLS', 'STLS'];
  expect([...verbs].filter((verb) => !asked.includes(verb))).toEqual([]);
});

test.each([
  ['imap', { CAPABILITY: '* CAPABILITY IMAP4rev1\r\nTAG OK done' }],
  ['imap', { STARTTLS: 'TAG NO not now' }],
  ['imap', { STARTTLS: 'TAG BAD unknown' }],
  ['pop3', { CAPA: '+OK\r\nTOP\r\n.' }],
  ['pop3', { STLS: '-ERR no' }],
  ['pop3', { CAPA: '-ERR what?', STLS: '-ERR what?' }],
] as const)('%s with %j has no TLS', async (service, change) => {
  const { data, sessions } = await talk(service, change);
  expect(data).toMatchObject({
    starttls: { outcome: 'no' },
    capabilitiesInTls: notAttempted,
    injection: notAttempted,
  });
  expect(sessions).toBe(1);
});

test('a POP3 server without CAPA is asked for TLS all the same', async () => {
  const { data } = await talk('pop3', { CAPA: '-ERR what?' });
  expect(data).toMatchObject({ capabilities: { outcome: 'no' }, starttls: { outcome: 'yes' } });
});

test.each([
  ['imap', '* BYE too many connections'],
  ['imap', '* PREAUTH welcome back'],
  ['pop3', '-ERR busy'],
] as const)('%s: %s instead of a welcome proves nothing', async (service, greeting) => {
  const { data, heard } = await talk(service, { greeting });
  expect(data).toMatchObject({ greeting: { outcome: 'yes' }, capabilities: blocked, starttls: notAttempted });
  expect(heard).toEqual([]);
});

test.each(['imap', 'pop3'] as const)('%s: a server that hangs up in the middle', async (service) => {
  const { data } = await talk(service, { CAPABILITY: '', CAPA: '' });
  expect(data).toMatchObject({
    greeting: { outcome: 'yes' },
    capabilities: { outcome: 'unknown' },
    starttls: notAttempted,
    injection: notAttempted,
  });
});

test('STARTTLS that leads nowhere: granted, and the rest unknown', async () => {
  await using server = await tcpServer((socket) => {
    socket.write('+OK\r\n');
    socket.on('data', (bytes) =>
      socket.write(String(bytes).startsWith('CAPA') ? '+OK\r\nSTLS\r\n.\r\n' : '+OK begin\r\n'),
    );
  });
  expect(await look(server, 'pop3')).toMatchObject({
    starttls: { outcome: 'yes' },
    capabilitiesInTls: garbled,
    injection: notAttempted,
  });
});

test('with implicit TLS nothing is said in the clear', async () => {
  await using server = await tlsServer({}, (socket) => {
    socket.write('* OK ready\r\n');
    socket.on('data', () => socket.write('* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\ne1 OK\r\n'));
  });
  expect(await look(server, 'imaps')).toMatchObject({
    protocol: 'imap',
    implicitTls: true,
    greeting: { outcome: 'yes' },
    capabilities: notAttempted,
    capabilitiesInTls: { outcome: 'yes' },
    injection: notAttempted,
  });
});

test('a silent server, and one that sends a byte at a time, are unknown in bounded time', async () => {
  await using silent = await tcpServer(() => {});
  await using slow = await tcpServer((socket) => {
    const timer = setInterval(() => socket.write('*'), 20);
    socket.on('close', () => clearInterval(timer));
  });
  for (const server of [silent, slow]) {
    expect(await look(server, 'imap', impatient)).toMatchObject({
      greeting: { outcome: 'unknown', reason: 'timeout' },
      capabilities: notAttempted,
    });
  }
});

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['an endless line', '* OK '.padEnd(300_000, 'x')],
  ['endless lines', '* OK more\r\n'.repeat(50_000)],
  ['escape codes and NULs', '* OK \x1b[2J\0\xff\r\n'],
])('%s fits into evidence', async (_, greeting) => {
  await using server = await tcpServer((socket) => socket.end(Buffer.from(greeting, 'latin1')));
  const data = await look(server, 'imap', impatient);
  expect(data.capabilities.outcome).toBe('unknown');
});

test('one place for each mailbox port, whatever the number of names', () => {
  const ports = [
    openPort(143),
    openPort(993),
    openPort(110),
    openPort(995),
    openPort(1143, 'imap'),
    openPort(110, 'http'),
    openPort(25),
  ];
  const places = mailboxDialogProbe.places(hostView(orderFor(loopback, ['a.example', 'b.example']), ports));
  expect(places.map(({ port, name }) => [port, name])).toEqual([
    [143, 'a.example'],
    [993, 'a.example'],
    [110, 'a.example'],
    [995, 'a.example'],
    [1143, 'a.example'],
  ]);
});
