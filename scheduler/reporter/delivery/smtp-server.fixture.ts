import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';

export const serverAddress = '127.77.25.1';
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl)
  console.log('skipped: delivery over TLS, because openssl (for a test certificate) is not installed');

/** A certificate for the test server that is its own trust anchor, PEM. */
export function testCertificate(): { readonly cert: string; readonly key: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'enkaku-smtp-'));
  const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  const options = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=smtp.test';
  const names = ['-addext', `subjectAltName=IP:${serverAddress}`];
  execFileSync('openssl', ['req', ...options.split(' '), ...names, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  const made = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}

export interface TestSmtp extends AsyncDisposable {
  readonly url: string;
  readonly received: { readonly encrypted: boolean; readonly source: string }[];
  /** Logins that arrived, and whether on an encrypted connection. */
  readonly logins: { readonly encrypted: boolean }[];
}

export interface TestSmtpOptions {
  /** STARTTLS with this certificate; without, it is not offered. */
  readonly certificate?: { readonly cert: string; readonly key: string };
  /** What is answered instead of yes: `{ RCPT: '550 5.1.1 nobody here' }`; `.` is the end of the data. */
  readonly replies?: Readonly<Record<string, string>>;
  /** Closes the connection instead of answering this command. */
  readonly hangUpAt?: string;
}

/** A mail server that takes everything and sends nothing on. */
export async function startSmtp(options: TestSmtpOptions = {}): Promise<TestSmtp> {
  const received: TestSmtp['received'] = [];
  const logins: TestSmtp['logins'] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.write('220 smtp.test ESMTP\r\n');
    serve(socket, false);
  });

  function serve(socket: net.Socket, encrypted: boolean): void {
    let pending = '';
    let data: string[] | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (data !== undefined && line !== '.') data.push(line);
        else if (answer(line) === 'upgrade') return;
      }
    };
    const answer = (line: string): 'upgrade' | undefined => {
      const command = line.split(' ')[0]?.toUpperCase() ?? '';
      if (command === options.hangUpAt) socket.destroy();
      const reply = options.replies?.[command];
      if (command === '.') {
        if (reply === undefined) received.push({ encrypted, source: data?.join('\r\n') ?? '' });
        data = undefined;
      }
      if (command === 'AUTH') logins.push({ encrypted });
      if (reply !== undefined) say(reply);
      else if (command === 'EHLO') greet();
      else if (command === 'DATA') {
        data = [];
        say('354 go on');
      } else if (command === 'STARTTLS' && options.certificate !== undefined) return upgrade();
      else if (command === 'STARTTLS') say('502 no such command');
      else if (command === 'AUTH') say('235 welcome');
      else if (command === 'QUIT') socket.end('221 bye\r\n');
      else say('250 yes');
      return undefined;
    };
    const greet = () => {
      const startTls = options.certificate !== undefined && !encrypted ? ['STARTTLS'] : [];
      const lines = ['smtp.test', ...startTls, 'AUTH PLAIN', '8BITMIME'];
      for (const [index, line] of lines.entries()) say(`250${index === lines.length - 1 ? ' ' : '-'}${line}`);
    };
    const upgrade = (): 'upgrade' => {
      socket.removeListener('data', hear);
      socket.write('220 go ahead\r\n');
      const secure = new tls.TLSSocket(socket, { isServer: true, ...options.certificate });
      secure.on('error', () => undefined);
      serve(secure, true);
      return 'upgrade';
    };
    socket.on('data', hear);
  }

  await new Promise<void>((resolve) => server.listen(0, serverAddress, resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `smtp://${serverAddress}:${port}`,
    received,
    logins,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
