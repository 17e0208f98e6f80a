import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { serviceReplySchema } from '@enkaku/shared/evidence/service-reply/schema.ts';
import { describe, expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { listen } from '../../guard/server.fixture.ts';
import { ask } from './ask.ts';
import { ftp } from './ftp.ts';
import { ipmiRakp } from './ipmi.ts';
import { ldap } from './ldap.ts';
import type { Protocol, Question } from './protocol.ts';
import { rsync } from './rsync.ts';
import { smbMs17010 } from './smb-ms17-010.ts';
import { ssdp } from './ssdp.ts';
import { tftp } from './tftp.ts';

const address = '127.77.1.7';
const elsewhere = '127.77.1.8';

async function overTcp(protocol: Protocol, question: Question, onConnection: (socket: Socket) => void) {
  await using server = await listen(address, onConnection);
  await using guard = createGuard({ order: buildOrder({ target: hostAt(address) }) });
  const reply = await ask(guard, { address, port: server.port }, protocol, question);
  return serviceReplySchema.parse({ replies: [reply] }).replies[0]?.answer;
}

async function overUdp(protocol: Protocol, question: Question, answer: Buffer, from: string | null) {
  const server = createSocket('udp4');
  const other = createSocket('udp4').bind(0, from ?? address);
  await once(other, 'listening');
  server.on('message', (_, peer) => (from === null ? server : other).send(answer, peer.port, peer.address));
  server.bind(0, address);
  await once(server, 'listening');
  try {
    const { port } = server.address();
    await using guard = createGuard({ order: buildOrder({ target: hostAt(address), udpPorts: [port] }) });
    return (await ask(guard, { address, port }, protocol, question)).answer;
  } finally {
    server.close();
    other.close();
  }
}

/** A server that answers each line with what stands beside its first word. */
const talking = (greeting: string, answers: Readonly<Record<string, string>>) => {
  const said: string[] = [];
  const behave = (socket: Socket) => {
    socket.write(greeting);
    socket.on('data', (bytes) => {
      const word = bytes.toString('latin1').split(/[ \r]/)[0] ?? '';
      said.push(word);
      socket.write(answers[word] ?? '500 ?\r\n');
    });
  };
  return { behave, said };
};

describe('FTP', () => {
  test.each([
    [
      'lets anybody in',
      { USER: '331 a password\r\n', PASS: '230 welcome\r\n' },
      ['FEAT', 'USER', 'PASS', 'QUIT'],
      'open',
    ],
    [
      'lets nobody in',
      { USER: '331 a password\r\n', PASS: '530 no\r\n' },
      ['FEAT', 'USER', 'PASS', 'QUIT'],
      'denied',
    ],
    ['refuses the name', { USER: '530 no\r\n' }, ['FEAT', 'USER', 'QUIT'], 'denied'],
    ['asks for no password', { USER: '230 in\r\n' }, ['FEAT', 'USER', 'QUIT'], 'open'],
  ])('that %s → four words at most, and away', async (_, answers, words, access) => {
    const { behave, said } = talking('220-hello\r\n220 FTP\r\n', answers);
    const answer = await overTcp(ftp, ftp.questions[0], behave);
    expect(answer).toMatchObject({ outcome: 'yes', value: { facts: { access } } });
    // Goodbye may still be on its way.
    expect([words, words.slice(0, -1)]).toContainEqual(said);
  });

  test('that is a mail server → nobody logs in', async () => {
    const { behave, said } = talking('421 go away\r\n', {});
    await overTcp(ftp, ftp.questions[0], behave);
    expect(said.filter((word) => word === 'USER' || word === 'PASS')).toEqual([]);
  });
});

test('a directory without a tree → one question alone', async () => {
  let questions = 0;
  const rootDone = Buffer.from('300c02010165070a010004000400', 'hex');
  const answer = await overTcp(ldap, ldap.questions[0], (socket) => {
    socket.on('data', () => {
      questions += 1;
      socket.write(rootDone);
    });
  });
  expect([answer?.outcome, questions]).toEqual(['yes', 1]);
});

test('modules of rsync → asked one by one, by their own names', () => {
  const asked = rsync.follow?.({ modules: 'backup public' }, address).map(({ say }) => say?.toString());
  expect(asked).toEqual(['@RSYNCD: 31.0\nbackup\n', '@RSYNCD: 31.0\npublic\n']);
});

describe('TFTP', () => {
  const missing = Buffer.from('\0\x05\0\x01File not found\0', 'latin1');

  test.each([
    ['from its own port', null, 'yes'],
    ['from another port of its address', address, 'yes'],
    ['from another address', elsewhere, 'unknown'],
  ])('an answer %s → %s', async (_, from, outcome) => {
    expect((await overUdp(tftp, tftp.questions[0], missing, from)).outcome).toBe(outcome);
  });
});

describe('the description that SSDP names', () => {
  const follow = (location: string) => ssdp.follow?.({ location }, address) ?? [];

  test.each([
    `http://${elsewhere}:5000/rootDesc.xml`,
    'http://router.example/rootDesc.xml',
    `https://${address}/rootDesc.xml`,
    `ftp://${address}/`,
    `http://${address}@${elsewhere}/`,
    'not an address',
    '',
  ])('%s → never asked for', (location) => {
    expect(follow(location)).toEqual([]);
  });

  test('on a port that is not in the order → not attempted', async () => {
    const [question] = follow(`http://${address}:5000/rootDesc.xml`);
    await using guard = createGuard({ order: buildOrder({ target: hostAt(address), ports: '80' }) });
    const reply = question && (await ask(guard, { address, port: 1900 }, ssdp, question));
    expect(reply?.answer).toEqual({ outcome: 'unknown', reason: 'not-attempted' });
  });

  test('with line breaks in its path → one request all the same', () => {
    const [question] = follow(`http://${address}:5000/a\r\nX: y`);
    expect(
      question?.say
        ?.toString()
        .split('\r\n')
        .filter((line) => line.startsWith('X')),
    ).toEqual([]);
  });
});

test('a hash of IPMI → seen, and not kept', async () => {
  const [question] = ipmiRakp.follow?.({ session: '02000000' }, address) ?? [];
  const secret = Buffer.alloc(20, 0xee);
  const payload = Buffer.concat([Buffer.from('00000000a4a3a2a0', 'hex'), Buffer.alloc(32), secret]);
  const head = Buffer.from('0600ff07061300000000000000003c00', 'hex');
  const answer = question && (await overUdp(ipmiRakp, question, Buffer.concat([head, payload]), null));
  expect(answer).toMatchObject({ outcome: 'yes', value: { facts: { hash: 'disclosed' } } });
  expect(JSON.stringify(answer)).not.toContain('eeee');
});

describe('MS17-010', () => {
  /** Answers each message with its own command; the status of the fourth is the one in question. */
  const samba = (last: string) => (socket: Socket) => {
    let messages = 0;
    socket.on('data', (request) => {
      messages += 1;
      const answer = Buffer.alloc(36);
      answer.writeUInt32BE(32);
      Buffer.from('ff534d42', 'hex').copy(answer, 4);
      answer[8] = request[8] ?? 0;
      if (messages === 4) Buffer.from(last, 'hex').copy(answer, 9);
      socket.write(answer);
    });
  };

  // STATUS_INSUFF_SERVER_RESOURCES, STATUS_INVALID_HANDLE, STATUS_ACCESS_DENIED and STATUS_NOT_SUPPORTED.
  test.each([
    ['050200c0', 'no'],
    ['080000c0', 'yes'],
    ['220000c0', 'yes'],
    ['bb0000c0', 'unknown'],
  ])('status %s of the last of four messages → patched: %s', async (status, patched) => {
    const answer = await overTcp(smbMs17010, smbMs17010.questions[0], samba(status));
    expect(answer).toMatchObject({ outcome: 'yes', value: { facts: { reached: 'yes', patched } } });
  });

  test('a server that stops before → nothing is told', async () => {
    const refusing = (socket: Socket) => {
      socket.once('data', () =>
        socket.write(Buffer.from('00000020ff534d4273220000c0'.padEnd(72, '0'), 'hex')),
      );
    };
    const answer = await overTcp(smbMs17010, smbMs17010.questions[0], refusing);
    expect(answer).toMatchObject({ outcome: 'yes', value: { facts: { reached: 'no' } } });
  });
});
