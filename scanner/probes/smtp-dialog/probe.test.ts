import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback, type TestServer, tcpServer, tlsServer } from '../wire/servers.fixture.ts';
import { type SmtpFaults, type SmtpReplies, smtpServer } from '../wire/smtp-server.fixture.ts';
import { createSmtpDialogProbe, smtpDialogProbe } from './probe.ts';

const order = orderFor(loopback, ['mx.city.example']);
const patient = createSmtpDialogProbe({ waitMs: 4000 });
const impatient = createSmtpDialogProbe({ waitMs: 300 });

async function look(server: TestServer, service = 'smtp', probe = patient) {
  const tunnel = service === 'smtps' ? ('ssl' as const) : null;
  const view = hostView(order, [openPort(server.port, service, { tunnel })]);
  const [place] = probe.places(view);
  if (place === undefined) throw new Error('no place');
  return kinds['smtp-dialog'].schema.parse(await probe.gather(place, loopbackGuard(order), view));
}

async function talk(replies: SmtpReplies, probe = patient, faults: SmtpFaults = {}) {
  const heard: string[] = [];
  await using server = await smtpServer(replies, heard, faults);
  const data = await look(server, 'smtp', probe);
  await server.idle();
  return { data, heard, sessions: server.connections() };
}

const noTls = '250 mx.city.example';
const blocked = { outcome: 'unknown', reason: 'blocked' };
const notAttempted = { outcome: 'unknown', reason: 'not-attempted' };

test('a mail server as it should be is seen in three sessions', async () => {
  const { data, heard, sessions } = await talk({});
  expect(data).toMatchObject({
    implicitTls: false,
    banner: { outcome: 'yes', value: { code: 220, lines: ['mx.city.example ESMTP'] } },
    ehlo: { outcome: 'yes' },
    starttls: { outcome: 'yes', value: { code: 220 } },
    ehloInTls: { outcome: 'yes' },
    relay: { outcome: 'no' },
    vrfy: { postmaster: { value: { code: 252 } }, random: { value: { code: 252 } } },
  });
  expect(data.injection).toEqual({ outcome: 'no' });
  expect(sessions).toBe(3);
  expect(heard.filter((command) => command === 'QUIT').length).toBeGreaterThanOrEqual(3);
});

test('no mail is ever begun and no login tried, even where everything is allowed', async () => {
  const { data, heard } = await talk({ '*': '250 ok', RCPT: '250 ok', DATA: '354 go on' });
  expect(data.relay).toMatchObject({ outcome: 'yes', value: { code: 250 } });
  expect(heard).toContain('RSET');
  const verbs = new Set(heard.map((command) => command.split(/[ :]/)[0]));
  expect([...verbs].sort()).toEqual(['EHLO', 'MAIL', 'NOOP', 'QUIT', 'RCPT', 'RSET', 'STARTTLS', 'VRFY']);
});

test('we name ourselves, never the target', async () => {
  const { heard } = await talk({});
  expect(heard.filter((command) => command.startsWith('EHLO'))).toEqual(Array(5).fill('EHLO enkaku.example'));
});

test.each([
  ['250', { outcome: 'yes' }],
  ['251', { outcome: 'yes' }],
  ['554', { outcome: 'no' }],
  ['550', { outcome: 'no' }],
  ['450', blocked],
  ['421', blocked],
  ['252', { outcome: 'unknown', reason: 'garbled' }],
])('RCPT for a stranger answered with %s', async (code, relay) => {
  const { data } = await talk({ EHLO: noTls, RCPT: `${code} text` });
  expect(data.relay).toMatchObject(relay);
});

test.each([
  ['530 5.7.0 authentication required', { outcome: 'no' }],
  ['550 sender domain does not exist', blocked],
  ['450 try again later', blocked],
])('MAIL answered with %s', async (reply, relay) => {
  const { data, heard } = await talk({ EHLO: noTls, MAIL: reply });
  expect(data.relay).toEqual(relay);
  expect(heard.some((command) => command.startsWith('RCPT'))).toBe(false);
});

test('EHLO without STARTTLS is a no, and the rest goes on in the clear', async () => {
  const { data } = await talk({ EHLO: noTls });
  expect(data).toMatchObject({
    starttls: { outcome: 'no' },
    ehloInTls: notAttempted,
    relay: { outcome: 'no' },
  });
});

test.each([
  ['454 TLS not available', blocked],
  ['502 not implemented', { outcome: 'no' }],
])('STARTTLS answered with %s', async (reply, starttls) => {
  const { data } = await talk({ STARTTLS: reply });
  expect(data).toMatchObject({ starttls, ehloInTls: notAttempted });
});

test('a server that lists users says so', async () => {
  const { data } = await talk({ VRFY: '250 postmaster' });
  expect(data.vrfy.postmaster).toMatchObject({ outcome: 'yes', value: { code: 250 } });
});

test.each(['554 you are on a list', '421 too busy'])(
  '%s instead of a greeting blocks us, which proves nothing',
  async (greeting) => {
    const { data, sessions } = await talk({ greeting });
    expect(data).toMatchObject({
      banner: { outcome: 'yes' },
      ehlo: blocked,
      starttls: notAttempted,
      relay: notAttempted,
    });
    expect(sessions).toBe(1);
  },
);

test('a tarpit that never greets is a timeout', async () => {
  const { data, sessions } = await talk({ greeting: '' }, impatient);
  expect(data).toMatchObject({ banner: { outcome: 'unknown', reason: 'timeout' }, ehlo: notAttempted });
  expect(sessions).toBe(1);
});

test('a server that hangs up in the middle leaves the rest unknown', async () => {
  const { data } = await talk({ EHLO: noTls, MAIL: '' });
  expect(data).toMatchObject({
    starttls: { outcome: 'no' },
    relay: { outcome: 'unknown' },
    vrfy: { postmaster: notAttempted, random: notAttempted },
  });
});

test('STARTTLS that leads nowhere: granted, and the handshake unknown', async () => {
  await using server = await tcpServer((socket) => {
    socket.write('220 mx\r\n');
    socket.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      if (text.startsWith('EHLO')) socket.write('250-mx\r\n250 STARTTLS\r\n');
      else if (text.startsWith('STARTTLS')) socket.write('220 go\r\n');
      else socket.write('500 what?\r\n');
    });
  });
  const data = await look(server);
  expect(data).toMatchObject({
    starttls: { outcome: 'yes' },
    ehloInTls: { outcome: 'unknown', reason: 'garbled' },
  });
});

describe('NOOP in one piece with STARTTLS', () => {
  test('carried into TLS → answered twice there', async () => {
    const { data } = await talk({}, patient, { carriesOver: true });
    expect(data.injection).toMatchObject({ outcome: 'yes', value: [{ code: 250 }, { code: 250 }] });
  });

  test.each([
    ['wants EHLO first', { NOOP: '503 EHLO first' }, { outcome: 'no' }],
    ['refuses STARTTLS', { STARTTLS: '502 no' }, notAttempted],
    ['bids no farewell', { QUIT: '' }, { outcome: 'unknown' }],
    ['hangs up at NOOP', { NOOP: '' }, { outcome: 'unknown' }],
    ['greets again in TLS', { NOOP: '220 mx\r\n250 ok' }, { outcome: 'unknown', reason: 'garbled' }],
    [
      'answers twice, and not the same',
      { NOOP: '503 no\r\n250 ok' },
      { outcome: 'unknown', reason: 'garbled' },
    ],
    ['chatters', { NOOP: '250 a\r\n250 b\r\n250 c' }, { outcome: 'unknown', reason: 'garbled' }],
  ])('a server that %s', async (_, replies: SmtpReplies, injection) => {
    const { data } = await talk(replies);
    expect(data.injection).toMatchObject(injection);
  });
});

test.each([
  ['clear text', '220 mx ESMTP\r\n', { outcome: 'yes', value: { code: 220 } }],
  ['a refusal in clear text', '554 go away\r\n', { outcome: 'no' }],
])('where TLS is expected from the start: %s', async (_, greeting, plainBanner) => {
  await using server = await tcpServer((socket) => {
    socket.on('error', () => {});
    socket.write(greeting);
  });
  const data = await look(server, 'smtps', impatient);
  expect(data).toMatchObject({ banner: { outcome: 'unknown' }, plainBanner, ehloInTls: notAttempted });
});

test('with implicit TLS nothing is said in the clear', async () => {
  await using server = await tlsServer({}, (socket) => {
    socket.write('220 mx\r\n');
    socket.on('data', () => socket.write('250 ok\r\n'));
  });
  const data = await look(server, 'smtps');
  expect(data).toMatchObject({ implicitTls: true, ehlo: notAttempted, starttls: notAttempted });
  expect(data).toMatchObject({
    banner: { outcome: 'yes' },
    ehloInTls: { outcome: 'yes' },
    relay: { outcome: 'yes' },
  });
});

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['endless greetings', '220-more\r\n'.repeat(5000)],
  ['one endless line', '220 '.padEnd(300_000, 'x')],
  ['escape codes and NULs', '220 \x1b[2J\0\xff\r\n'],
])('%s fits into evidence', async (_, greeting) => {
  await using server = await tcpServer((socket) => socket.end(Buffer.from(greeting, 'latin1')));
  const data = await look(server);
  expect(['yes', 'unknown']).toContain(data.banner.outcome);
  expect(data.ehlo.outcome).toBe('unknown');
});

test('one place for each mail port, whatever the number of names', () => {
  const ports = [
    openPort(25),
    openPort(587),
    openPort(465),
    openPort(2525, 'smtp'),
    openPort(80, 'http'),
    openPort(26),
  ];
  const places = smtpDialogProbe.places(hostView(orderFor(loopback, ['a.example', 'b.example']), ports));
  expect(places.map(({ port, name }) => [port, name])).toEqual([
    [25, 'a.example'],
    [587, 'a.example'],
    [465, 'a.example'],
    [2525, 'a.example'],
  ]);
});
