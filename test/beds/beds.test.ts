import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Bed, type BedName, type Beds, bedNames, startBeds } from './bed.ts';

let beds: Beds;
let folder: string;
let rootFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enkaku-test-'));
  await chmod(folder, 0o755);
  vi.stubEnv('TMPDIR', folder);
  beds = await startBeds();
  rootFile = join(folder, 'root.pem');
  await writeFile(rootFile, beds.ca.rootPem);
});

afterAll(async () => {
  await beds[Symbol.asyncDispose]();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** A test of one bed; skipped with the reason where this machine cannot run it. */
function bedTest(name: BedName, sentence: string, body: (bed: Bed) => Promise<void>): void {
  test(`${name}: ${sentence}`, async ({ skip }) => {
    const bed = beds.find(name);
    if (bed === null) {
      return skip(beds.unavailable.find((entry) => entry.name === name)?.reason ?? 'did not start');
    }
    await body(bed).catch((error: unknown) => {
      if (error instanceof ToolMissingError) return skip(error.message);
      throw error;
    });
  });
}

class ToolMissingError extends Error {
  override readonly name = 'ToolMissingError';
}

/** Output and errors of an independent tool, whatever its exit code. */
async function tool(program: string, ...args: readonly string[]): Promise<string> {
  const child = promisify(execFile)(program, args, {
    timeout: 15_000,
    env: { ...process.env, SNMP_PERSISTENT_DIR: folder },
  });
  child.child.stdin?.end();
  const { stdout, stderr } = await child.catch((error: { code: unknown; stdout: string; stderr: string }) => {
    if (error.code === 'ENOENT') throw new ToolMissingError(`${program} is not installed`);
    return error;
  });
  return `${stdout}\n${stderr}`;
}

const sClient = (bed: Bed, port: number, ...args: readonly string[]) =>
  tool('openssl', 's_client', '-connect', `${bed.address}:${port}`, '-CAfile', rootFile, ...args);
const curl = (bed: Bed, url: string) => {
  const { hostname, port, protocol } = new URL(url);
  const at = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}:${bed.address}`;
  return tool('curl', '-s', '-i', '--insecure', '--noproxy', '*', '--resolve', at, url);
};
const dig = (bed: { address: string }, ...args: readonly string[]) =>
  tool('dig', `@${bed.address}`, '+tries=1', '+time=3', ...args);

/** Sends the commands one by one and returns the replies, the greeting first. */
async function smtp(bed: Bed, ...commands: readonly string[]): Promise<readonly string[]> {
  const socket = connect({ host: bed.address, port: 25 }).setTimeout(5_000, () => socket.destroy());
  const replies: string[] = [];
  const waiting = [...commands, 'QUIT'];
  let buffer = '';
  for await (const bytes of socket) {
    buffer += bytes.toString();
    const reply = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(buffer)?.[0];
    if (reply === undefined) continue;
    buffer = buffer.slice(reply.length);
    replies.push(reply.trimEnd());
    const next = waiting.shift();
    if (next !== undefined) socket.write(`${next}\r\n`);
  }
  return replies;
}

test('whatever is installed comes up', () => {
  expect(beds.unavailable.filter((entry) => entry.code === 'bed-failed')).toEqual([]);
  expect(beds.beds.length + beds.unavailable.filter(({ name }) => name !== 'resolver').length).toBe(
    bedNames.length,
  );
});

test('nothing of the beds listens on an address other than its own', async ({ skip }) => {
  const listening = await tool('ss', '-Hlntu');
  if (!listening.includes('127.77.')) return skip('ss is not installed');
  const ports = new Set(beds.beds.flatMap((bed) => [...bed.tcpPorts, ...bed.udpPorts]));
  for (const port of ports)
    expect(listening).not.toMatch(new RegExp(`(0\\.0\\.0\\.0|\\*|\\[::\\]):${port}\\s`));
});

describe('nginx', () => {
  bedTest('weak-nginx', 'takes TLS 1.0, NULL and anonymous ciphers', async (bed) => {
    for (const cipher of ['ALL', 'eNULL', 'aNULL']) {
      const hello = await sClient(bed, 443, '-tls1', '-cipher', `${cipher}:@SECLEVEL=0`);
      expect(hello).toMatch(/Protocol {2}: TLSv1\n/);
    }
  });
  bedTest('hardened-nginx', 'refuses TLS 1.0 and 1.1', async (bed) => {
    for (const version of ['-tls1', '-tls1_1']) {
      expect(await sClient(bed, 443, version, '-cipher', 'ALL:@SECLEVEL=0')).toContain(
        'alert protocol version',
      );
    }
  });
  bedTest('hardened-nginx', 'refuses static RSA, NULL, anonymous and CBC ciphers', async (bed) => {
    for (const cipher of ['kRSA', 'eNULL', 'aNULL', 'AES128-SHA']) {
      const hello = await sClient(bed, 443, '-tls1_2', '-cipher', `${cipher}:@SECLEVEL=0`);
      expect(hello).toContain('handshake failure');
    }
  });
  bedTest('weak-nginx', 'uses a 1024-bit Diffie-Hellman group', async (bed) => {
    const hello = await sClient(
      bed,
      443,
      '-tls1_2',
      '-cipher',
      'kDHE:@SECLEVEL=0',
      '-servername',
      'www.weak.test',
    );
    expect(hello).toContain('Server Temp Key: DH, 1024 bits');
  });
  bedTest('weak-nginx', 'shows the fault of each certificate under its name', async (bed) => {
    const faults = {
      'www.weak.test': 'certificate has expired',
      'expired.weak.test': 'certificate has expired',
      'wrong-name.weak.test': 'hostname mismatch',
      'incomplete.weak.test': 'unable to verify the first certificate',
    };
    for (const [name, fault] of Object.entries(faults)) {
      const hello = await sClient(
        bed,
        443,
        '-servername',
        name,
        '-verify_hostname',
        name,
        '-cipher',
        'ALL:@SECLEVEL=0',
      );
      expect(hello).toContain(fault);
    }
  });
  bedTest('hardened-nginx', 'verifies under each of its names', async (bed) => {
    for (const name of bed.names) {
      const hello = await sClient(bed, 443, '-servername', name, '-verify_hostname', name);
      expect(hello).toContain('Verify return code: 0 (ok)');
    }
  });
  bedTest(
    'weak-nginx',
    'answers without redirect, with a version, a bare cookie and no security header',
    async (bed) => {
      const page = await curl(bed, 'http://www.weak.test/');
      expect(page).toMatch(/^HTTP\/1\.1 200/);
      expect(page).toMatch(/^Server: nginx\/\d/m);
      expect(page).toMatch(/^Set-Cookie: PHPSESSID=\w+; path=\/\r$/m);
      expect(await curl(bed, 'https://www.weak.test/')).not.toMatch(
        /^(strict-transport|content-security|x-frame)/im,
      );
    },
  );
  bedTest('weak-nginx', 'gives away its repository, its settings and a folder', async (bed) => {
    expect(await curl(bed, 'http://www.weak.test/.git/HEAD')).toContain('ref: refs/heads/');
    expect(await curl(bed, 'http://www.weak.test/.git/config')).toContain('[core]');
    expect(await curl(bed, 'http://www.weak.test/.env')).toMatch(/text\/plain[\s\S]*^APP_ENV=/m);
    expect(await curl(bed, 'http://www.weak.test/files/')).toContain('<title>Index of /files/</title>');
    expect(await curl(bed, 'http://www.weak.test/no-such-page')).toMatch(/^HTTP\/1\.1 404/);
  });
  bedTest('hardened-nginx', 'redirects to HTTPS, sends every header and hides its version', async (bed) => {
    expect(await curl(bed, 'http://www.hardened.test/a')).toMatch(
      /301[\s\S]*^Location: https:\/\/www\.hardened\.test\/a/m,
    );
    const page = await curl(bed, 'https://www.hardened.test/');
    for (const header of [
      'server: nginx\r',
      'strict-transport-security: max-age=31536000',
      'content-security-policy: ',
      'x-frame-options: ',
      'x-content-type-options: nosniff',
      'referrer-policy: ',
      'permissions-policy: ',
      'set-cookie: __Host-session=',
    ]) {
      expect(page.toLowerCase()).toContain(header.toLowerCase());
    }
  });
  bedTest('hardened-nginx', 'keeps its repository to itself and has a valid security.txt', async (bed) => {
    for (const path of ['.git/HEAD', '.git/config', '.env', 'files/']) {
      expect(await curl(bed, `https://www.hardened.test/${path}`)).toMatch(/^HTTP\/2 404/);
    }
    const text = await curl(bed, 'https://www.hardened.test/.well-known/security.txt');
    const expires = /^Expires: (\S+)/m.exec(text)?.[1] ?? '';
    expect(Date.parse(expires)).toBeGreaterThan(Date.now());
    const policy = await curl(bed, 'https://mta-sts.hardened.test/.well-known/mta-sts.txt');
    expect(policy).toContain('mode: enforce');
  });
});

describe('Apache, lighttpd, HAProxy', () => {
  bedTest(
    'weak-apache',
    'lists a folder, tells what it is doing and has an archive lying about',
    async (bed) => {
      expect(await curl(bed, 'http://apache.weak.test/docs/')).toContain('<title>Index of /docs</title>');
      expect(await curl(bed, 'http://apache.weak.test/server-status')).toContain('Apache Server Status for');
      expect(await curl(bed, 'https://apache.weak.test/backup.zip')).toContain('PK\x03\x04');
      expect(await curl(bed, 'http://apache.weak.test/no-such-page')).toMatch(/^HTTP\/1\.1 404/);
    },
  );
  bedTest('weak-lighttpd', 'lists a folder, tells what it is doing and shows its debug page', async (bed) => {
    expect(await curl(bed, 'http://lighttpd.weak.test/docs/')).toContain('<title>Index of /docs/</title>');
    expect(await curl(bed, 'http://lighttpd.weak.test/server-status')).toContain('<title>Status</title>');
    expect(await curl(bed, 'https://lighttpd.weak.test/no-such-page')).toMatch(
      /^HTTP\/2 404[\s\S]*DEBUG = True/,
    );
  });
  bedTest('weak-haproxy', 'shows its statistics, and Jenkins under another name', async (bed) => {
    expect(await curl(bed, 'http://haproxy.weak.test/haproxy?stats')).toContain(
      'Statistics Report for HAProxy',
    );
    expect(await curl(bed, 'http://jenkins.weak.test/')).toMatch(/^x-jenkins: /m);
  });
  for (const daemon of ['apache', 'lighttpd', 'haproxy'] as const) {
    bedTest(
      `hardened-${daemon}`,
      'redirects, verifies, sends every header and hands out no file',
      async (bed) => {
        const origin = `https://${daemon}.hardened.test`;
        expect(await curl(bed, `http://${daemon}.hardened.test/a`)).toMatch(/^HTTP\/1\.1 301/);
        expect(await sClient(bed, 443, '-verify_hostname', `${daemon}.hardened.test`)).toContain(
          'Verify return code: 0 (ok)',
        );
        expect(await curl(bed, `${origin}/`)).toMatch(/^HTTP\/2 200[\s\S]*^strict-transport-security: /im);
        for (const path of ['.git/HEAD', '.env', 'server-status', 'haproxy?stats', 'forms']) {
          expect(await curl(bed, `${origin}/${path}`)).toMatch(/^HTTP\/2 (?:404|403|301)/);
        }
      },
    );
  }
});

describe('Postfix', () => {
  const foreignMail = [
    'EHLO tester.example',
    'MAIL FROM:<a@sender.example>',
    'RCPT TO:<b@recipient.example>',
  ];

  bedTest('weak-postfix', 'tells its version, offers AUTH in clear text and no STARTTLS', async (bed) => {
    const [greeting, ehlo] = await smtp(bed, 'EHLO tester.example');
    expect(greeting).toMatch(/^220 mail\.weak\.test ESMTP Postfix \d/);
    expect(ehlo).not.toContain('STARTTLS');
    expect(ehlo).toContain('AUTH PLAIN');
  });
  bedTest('weak-postfix', 'relays, and yet refuses the data', async (bed) => {
    const replies = await smtp(bed, ...foreignMail, 'DATA');
    expect(replies.slice(3)).toEqual([
      expect.stringMatching(/^250 /),
      expect.stringMatching(/^554 /),
      expect.any(String),
    ]);
  });
  bedTest('weak-postfix', 'tells which users exist', async (bed) => {
    const [, known, unknown] = await smtp(bed, 'VRFY postmaster', 'VRFY nobody-of-that-name');
    expect(known).toMatch(/^252 /);
    expect(unknown).toMatch(/^550 /);
  });
  bedTest('weak-postfix', 'takes TLS 1.0 without a certificate on port 587', async (bed) => {
    const hello = await sClient(bed, 587, '-starttls', 'smtp', '-tls1', '-cipher', 'aNULL:@SECLEVEL=0');
    expect(hello).toContain('New, TLSv1.0, Cipher is A');
  });
  bedTest('hardened-postfix', 'refuses to relay and to verify, and hides its version', async (bed) => {
    const [greeting, ehlo, , recipient, verify] = await smtp(bed, ...foreignMail, 'VRFY postmaster');
    expect(greeting).toBe('220 mail.hardened.test ESMTP');
    expect(ehlo).toContain('STARTTLS');
    expect(ehlo).not.toContain('AUTH');
    expect(recipient).toMatch(/^554 .*Relay access denied/);
    expect(verify).toMatch(/^502 /);
  });
  bedTest('hardened-postfix', 'has a valid certificate and refuses TLS 1.1', async (bed) => {
    const starttls = ['-starttls', 'smtp', '-verify_hostname', 'mail.hardened.test'];
    expect(await sClient(bed, 25, ...starttls)).toContain('Verify return code: 0 (ok)');
    const old = await sClient(bed, 25, ...starttls, '-tls1_1', '-cipher', 'ALL:@SECLEVEL=0');
    expect(old).toContain('alert protocol version');
  });
});

describe('BIND', () => {
  bedTest('weak-bind', 'hands out its zone and its version', async (bed) => {
    const transfer = await dig(bed, 'weak.test', 'AXFR');
    expect(transfer.match(/\sSOA\s/g)).toHaveLength(2);
    expect(transfer).toContain('intranet.weak.test.');
    expect(await dig(bed, '+short', 'CH', 'TXT', 'version.bind')).toMatch(/"9\./);
  });
  bedTest('weak-bind', 'resolves foreign names, and not from a zone of its own', async (bed) => {
    for (const name of ['one.control.test', 'two.elsewhere.example']) {
      const answer = await dig(bed, name, 'A');
      expect(answer).toContain('status: NOERROR');
      expect(answer).toContain('flags: qr rd ra;');
      expect(answer).toContain('192.0.2.53');
    }
  });
  bedTest('hardened-bind', 'refuses transfer, recursion and the question for its version', async (bed) => {
    expect(await dig(bed, 'hardened.test', 'AXFR')).toContain('Transfer failed');
    expect(await dig(bed, 'one.control.test', 'A')).toContain('status: REFUSED');
    expect(await dig(bed, 'CH', 'TXT', 'version.bind')).not.toMatch(/"9\./);
    expect(await dig(bed, 'hardened.test', 'SOA')).toContain('flags: qr aa rd;');
  });

  test('the resolver knows both zones and nothing of the Internet', async ({ skip }) => {
    const { resolver } = beds;
    if (resolver === null) return skip('BIND is missing');
    expect(await dig(resolver, '+short', 'weak.test', 'TXT')).toContain('+all');
    expect(await dig(resolver, '+short', '_dmarc.hardened.test', 'TXT')).toContain('p=reject');
    expect(await dig(resolver, '+short', 'hardened.test', 'CAA')).toContain('issue "ca.enkaku.test"');
    expect(await dig(resolver, '+short', 'mail.hardened.test', 'A')).toContain(
      beds.find('hardened-postfix')?.address,
    );
    expect(await dig(resolver, 'www.example.com', 'A')).toContain('status: NXDOMAIN');
  });
});

describe.each(['nsd', 'knot'] as const)('%s', (daemon) => {
  bedTest(`weak-${daemon}`, 'hands out its zone and its version', async (bed) => {
    expect((await dig(bed, 'weak.test', 'AXFR')).match(/\sSOA\s/g)).toHaveLength(2);
    expect(await dig(bed, '+short', 'CH', 'TXT', 'version.bind')).toMatch(/\d\.\d/);
  });
  bedTest(
    `hardened-${daemon}`,
    'refuses transfer, foreign names and the question for its version',
    async (bed) => {
      expect(await dig(bed, 'hardened.test', 'AXFR')).toContain('Transfer failed');
      expect(await dig(bed, 'one.control.test', 'A')).toContain('status: REFUSED');
      expect(await dig(bed, '+short', 'CH', 'TXT', 'version.bind')).not.toMatch(/\d\.\d/);
      expect(await dig(bed, 'hardened.test', 'SOA')).toContain('flags: qr aa rd;');
    },
  );
});

describe('OpenSSH', () => {
  const offered = async (bed: Bed) =>
    tool('ssh', '-vv', '-F', 'none', ...sshOptions, `nobody@${bed.address}`);
  /** Ends after the key exchange: no key and no password is offered. */
  const sshOptions = ['StrictHostKeyChecking=yes', 'UserKnownHostsFile=/dev/null', 'BatchMode=yes'].flatMap(
    (option) => ['-o', option],
  );

  bedTest('weak-openssh', 'offers SHA-1 key exchange, CBC, MD5 and DSA', async (bed) => {
    const log = await offered(bed);
    const server = log.slice(log.indexOf('peer server KEXINIT proposal'));
    for (const algorithm of ['diffie-hellman-group1-sha1', 'aes128-cbc', '3des-cbc', 'hmac-md5', 'ssh-dss']) {
      expect(server).toContain(algorithm);
    }
  });
  bedTest('hardened-openssh', 'offers none of these', async (bed) => {
    const log = await offered(bed);
    const server = log.slice(log.indexOf('peer server KEXINIT proposal'), log.indexOf('kex: algorithm:'));
    expect(server).toContain('curve25519-sha256');
    expect(server).not.toMatch(/sha1|-cbc|md5|ssh-dss|ssh-rsa/);
  });
});

describe('Net-SNMP', () => {
  const get = (bed: Bed) =>
    tool('snmpget', '-v2c', '-c', 'public', '-t1', '-r1', bed.address, '1.3.6.1.2.1.1.1.0');

  bedTest('weak-net-snmp', 'answers the community public', async (bed) => {
    expect(await get(bed)).toContain('Enkaku test router');
  });
  bedTest('hardened-net-snmp', 'stays silent', async (bed) => {
    expect(await get(bed)).toContain('No Response');
  });
});

describe('the end', () => {
  /** Command lines that name the folder of this run: every daemon's and every watchdog's does. */
  async function processesOf(folder: string): Promise<readonly string[]> {
    const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
    const commands = await Promise.all(
      pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
    );
    return commands.filter((command) => command.includes(folder));
  }

  test('stopping leaves no process, no file and no address', async () => {
    await beds[Symbol.asyncDispose]();
    expect(await processesOf(folder)).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.startsWith('enkaku-beds-'))).toEqual([]);
    for (const bed of beds.beds)
      expect(await tool('ip', 'address', 'show', 'dev', 'lo')).not.toContain(`${bed.address}/`);
  });

  test('a killed process leaves nothing running either', { timeout: 30_000 }, async ({ skip }) => {
    if (beds.find('weak-openssh') === null) return skip('OpenSSH is missing');
    const serve = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), 'weak-openssh'], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(serve.stdout, 'data');
    expect(String(line)).toContain('weak-openssh');
    expect(await processesOf(folder)).not.toEqual([]);

    serve.kill('SIGKILL');

    await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => readdir(folder)).not.toContainEqual(expect.stringMatching(/^enkaku-beds-\w+$/));
  });
});
