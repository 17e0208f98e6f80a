import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { get } from 'node:https';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Packet } from 'dns2';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bed, type BedName, bedNames } from '../beds/contract.ts';
import { createTestCa, type TestCa } from '../beds/test-ca.ts';
import { startNodeResolver } from './dns-server.ts';
import { startNodeBed } from './node-servers.ts';

let ca: TestCa;
beforeAll(async () => {
  ca = await createTestCa();
});

const address = '127.77.60.1';
const start = (name: BedName) => startNodeBed(name, { address, ca });
const port = (bed: Bed, index = 0) => [...bed.tcpPorts, ...bed.udpPorts][index] ?? 0;

test.each(bedNames)('%s starts, and its ports are free again after it stops', async (name) => {
  for (const _ of [1, 2]) {
    const bed = await start(name);
    expect(`${bed.strength}-${bed.daemon}`).toBe(name);
    await bed[Symbol.asyncDispose]();
  }
});

test('a port that is taken → the start is refused', async () => {
  await using _first = await start('weak-bind');
  await expect(start('weak-bind')).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('web', () => {
  async function fetchPage(
    bed: Bed,
    path: string,
  ): Promise<{ status: number; headers: object; body: string }> {
    const [servername] = bed.names as readonly [string];
    const strict = bed.strength === 'hardened';
    const request = get({
      ...{ host: bed.address, port: port(bed, 1), path, servername, headers: { Host: servername } },
      ...{ ca: ca.rootPem, rejectUnauthorized: strict, ciphers: strict ? 'DEFAULT' : 'DEFAULT:@SECLEVEL=0' },
      ...{ minVersion: strict ? 'TLSv1.2' : 'TLSv1', agent: false },
    });
    const [response] = await once(request, 'response');
    let body = '';
    for await (const part of response) body += part;
    return { status: response.statusCode, headers: response.headers, body };
  }

  test('the weak one takes TLS 1.0 and gives away its repository', async () => {
    await using bed = await start('weak-nginx');
    const socket = connectTls({
      ...{ host: address, port: port(bed, 1), maxVersion: 'TLSv1', minVersion: 'TLSv1' },
      ...{ ciphers: 'ALL:@SECLEVEL=0', rejectUnauthorized: false },
    });
    await once(socket, 'secureConnect');
    expect(socket.getProtocol()).toBe('TLSv1');
    socket.destroy();
    expect(await fetchPage(bed, '/.git/HEAD')).toMatchObject({
      status: 200,
      body: 'ref: refs/heads/master\n',
    });
    expect((await fetchPage(bed, '/files/')).body).toContain('<title>Index of /files/</title>');
    expect(await fetchPage(bed, '/no-such-page')).toMatchObject({ status: 404 });
  });

  test('the hardened one verifies, sends its headers and has no repository', async () => {
    await using bed = await start('hardened-nginx');
    const page = await fetchPage(bed, '/');
    expect(page).toMatchObject({
      status: 200,
      headers: { 'strict-transport-security': 'max-age=31536000; includeSubDomains' },
    });
    expect(await fetchPage(bed, '/.git/HEAD')).toMatchObject({ status: 404 });
  });
});

describe('mail', () => {
  async function converse(bed: Bed, ...commands: readonly string[]): Promise<readonly string[]> {
    const socket = connect({ host: bed.address, port: port(bed) });
    const replies: string[] = [];
    const waiting = [...commands, 'QUIT'];
    for await (const bytes of socket) {
      replies.push(bytes.toString());
      const next = waiting.shift();
      if (next !== undefined) socket.write(`${next}\r\n`);
    }
    return replies;
  }
  const foreign = [
    'EHLO tester.example',
    'MAIL FROM:<a@sender.example>',
    'RCPT TO:<b@recipient.example>',
    'DATA',
  ];

  test('the weak one relays, and refuses the data', async () => {
    await using bed = await start('weak-postfix');
    const [, ehlo, , recipient, data] = await converse(bed, ...foreign);
    expect(ehlo).not.toContain('STARTTLS');
    expect(recipient).toMatch(/^250 /);
    expect(data).toMatch(/^554 /);
  });

  test('the hardened one refuses to relay and speaks TLS with a valid certificate', async () => {
    await using bed = await start('hardened-postfix');
    const [, ehlo, , recipient] = await converse(bed, ...foreign);
    expect(ehlo).toContain('STARTTLS');
    expect(recipient).toMatch(/^554 /);

    const plain = connect({ host: address, port: port(bed) });
    await once(plain, 'data');
    plain.write('STARTTLS\r\n');
    await once(plain, 'data');
    const secure = connectTls({ socket: plain, ca: ca.rootPem, servername: 'mail.hardened.test' });
    await once(secure, 'secureConnect');
    expect(secure.authorized).toBe(true);
    secure.write('EHLO tester.example\r\n');
    const [inside] = await once(secure, 'data');
    expect(String(inside)).not.toContain('STARTTLS');
    secure.destroy();
  });
});

describe('names', () => {
  async function ask(udpPort: number, name: string, type: number, recordClass = 1): Promise<Packet> {
    const query = new Packet();
    query.header.id = 0x4e4b;
    query.header.rd = 1;
    query.questions.push(Object.assign(new Packet.Question(name), { type, class: recordClass }));
    const socket = createSocket('udp4');
    socket.send(query.toBuffer(), udpPort, address);
    const [message] = await once(socket, 'message');
    socket.close();
    return Packet.parse(message);
  }
  const { A, CAA, MX, TXT } = Packet.TYPE;
  const { NXDOMAIN, REFUSED } = Packet.RCODE;

  test('the weak one resolves foreign names and tells its version', async () => {
    await using bed = await start('weak-bind');
    const foreign = await ask(port(bed), 'one.control.test', A);
    expect(foreign.header).toMatchObject({ aa: 0, ra: 1, rcode: 0 });
    expect(foreign.answers).toMatchObject([{ address: '192.0.2.53' }]);
    const version = await ask(port(bed), 'version.bind', TXT, Packet.CLASS.CH);
    expect(version.answers).toMatchObject([{ data: [expect.stringMatching(/^9\./)] }]);
  });

  test('the weak one hands out its zone over TCP', async () => {
    await using bed = await start('weak-bind');
    const query = new Packet();
    query.questions.push(
      Object.assign(new Packet.Question('weak.test'), { type: Packet.TYPE.AXFR, class: Packet.CLASS.IN }),
    );
    const message = query.toBuffer();
    const socket = connect({ host: address, port: port(bed) });
    socket.write(Buffer.concat([Buffer.from([0, message.length]), message]));
    let bytes = Buffer.alloc(0);
    for await (const part of socket) {
      bytes = Buffer.concat([bytes, part]);
      if (bytes.length > 2 && bytes.length >= 2 + bytes.readUInt16BE()) break;
    }
    const names = Packet.parse(bytes.subarray(2)).answers.map(({ type }) => type);
    expect(names.filter((type) => type === Packet.TYPE.SOA)).toHaveLength(2);
  });

  test('the hardened one answers for its zone only', async () => {
    await using bed = await start('hardened-bind');
    expect((await ask(port(bed), 'one.control.test', A)).header).toMatchObject({ ra: 0, rcode: REFUSED });
    const own = await ask(port(bed), 'hardened.test', CAA);
    expect(own.header).toMatchObject({ aa: 1, rcode: 0 });
    expect(own.answers).toContainEqual(expect.objectContaining({ tag: 'issue', value: 'ca.enkaku.test' }));
  });

  test('the resolver knows both zones and nothing else', async () => {
    await using resolver = await startNodeResolver(address);
    expect((await ask(resolver.port, 'weak.test', MX)).answers).toMatchObject([
      { exchange: 'mail.weak.test' },
    ]);
    const policy = await ask(resolver.port, '_dmarc.hardened.test', TXT);
    expect(policy.answers).toMatchObject([{ data: [expect.stringContaining('p=reject')] }]);
    expect((await ask(resolver.port, 'www.example.com', A)).header.rcode).toBe(NXDOMAIN);
  });
});

describe('gear', () => {
  async function offer(bed: Bed): Promise<string> {
    const socket = connect({ host: address, port: port(bed) });
    let text = '';
    socket.write('SSH-2.0-tester\r\n');
    for await (const bytes of socket) {
      text += bytes.toString('latin1');
      if (text.includes('hmac-')) break;
    }
    return text;
  }

  test('the weak SSH offers SHA-1 and CBC, the hardened one does not', async () => {
    await using weak = await start('weak-openssh');
    expect(await offer(weak)).toMatch(/^SSH-2\.0-.*diffie-hellman-group1-sha1.*aes128-cbc/s);
    await weak[Symbol.asyncDispose]();
    await using hardened = await start('hardened-openssh');
    expect(await offer(hardened)).not.toMatch(/sha1|-cbc|md5/);
  });

  test('the weak agent answers the community public and no other', async () => {
    await using bed = await start('weak-net-snmp');
    const get = (community: string) =>
      Buffer.concat([
        Buffer.from('30290201010406', 'hex'),
        Buffer.from(community),
        Buffer.from('a01c020401020304020100020100300e300c06082b060102010101000500', 'hex'),
      ]);
    const socket = createSocket('udp4');
    socket.send(get('secret'), port(bed), address);
    socket.send(get('public'), port(bed), address);
    const [answer] = await once(socket, 'message');
    socket.close();
    expect(String(answer)).toMatch(/public[\s\S]*Enkaku test router/);
  });
});
