import { createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { Bed, Strength } from '../beds/contract.ts';
import type { TestCa } from '../beds/test-ca.ts';
import { listen, portFor } from './listen.ts';
import { hardenedTls, weakTls } from './web-server.ts';

const maxLineBytes = 2_048;

interface Policy {
  readonly strength: Strength;
  readonly host: string;
  readonly tls: SecureContext;
  readonly offersTls: boolean;
  readonly offersAuth: boolean;
}

/** SMTP without a way to send anything: DATA is always refused. Ports 25 and 587, as the Postfix beds have them. */
export async function startMailServer(options: {
  address: string;
  ca: TestCa;
  strength: Strength;
}): Promise<Bed> {
  const { address, ca, strength } = options;
  const weak = strength === 'weak';
  const host = `mail.${strength}.test`;
  const leaf = await ca.issue(weak ? 'neglected' : 'good', [host]);
  const tls = createSecureContext({
    ...(weak ? weakTls : hardenedTls),
    cert: leaf.chainPem,
    key: leaf.keyPem,
  });
  const common = { strength, host, tls };
  const policies: Readonly<Record<number, Policy>> = {
    25: { ...common, offersTls: !weak, offersAuth: weak },
    587: { ...common, offersTls: true, offersAuth: weak },
  };
  await using stack = new AsyncDisposableStack();
  for (const [port, policy] of Object.entries(policies)) {
    const server = createServer((socket) => {
      socket.write(`220 ${host} ESMTP${weak ? ' Postfix 3.7.11 (Debian/GNU)' : ''}\r\n`);
      converse(socket, policy, false);
    });
    stack.defer(await listen(server, address, portFor(Number(port))));
  }
  const started = stack.move();
  return {
    daemon: 'postfix',
    strength,
    address,
    names: [host],
    tcpPorts: [portFor(25), portFor(587)],
    udpPorts: [],
    zones: [],
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

/** Answers line by line until QUIT, or until STARTTLS hands the connection to a conversation inside TLS. */
function converse(socket: Socket, policy: Policy, encrypted: boolean): void {
  let buffer = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', function receive(bytes) {
    buffer += bytes.toString('latin1');
    if (buffer.length > maxLineBytes) socket.destroy();
    for (let end = buffer.indexOf('\n'); end >= 0; end = buffer.indexOf('\n')) {
      const command = buffer.slice(0, end).trim();
      buffer = buffer.slice(end + 1);
      if (/^STARTTLS$/i.test(command) && policy.offersTls && !encrypted) {
        // What was sent along with STARTTLS in the clear is thrown away (CVE-2011-0411).
        socket.off('data', receive);
        socket.write('220 2.0.0 Ready to start TLS\r\n');
        converse(new TLSSocket(socket, { isServer: true, secureContext: policy.tls }), policy, true);
        return;
      }
      socket.write(`${reply(command, policy, encrypted).join('\r\n')}\r\n`);
      if (/^QUIT$/i.test(command)) socket.end();
    }
  });
}

function reply(command: string, policy: Policy, encrypted: boolean): readonly string[] {
  const weak = policy.strength === 'weak';
  const verb = command.slice(0, 4).toUpperCase();
  switch (verb) {
    case 'EHLO': {
      const extensions = [
        'PIPELINING',
        ...(policy.offersTls && !encrypted ? ['STARTTLS'] : []),
        ...(policy.offersAuth ? ['AUTH PLAIN LOGIN'] : []),
        '8BITMIME',
      ];
      const lines = [policy.host, ...extensions];
      return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`);
    }
    case 'HELO':
      return [`250 ${policy.host}`];
    case 'RCPT':
      return weak || command.toLowerCase().includes(`@${policy.strength}.test>`)
        ? ['250 2.1.5 Ok']
        : ['554 5.7.1 Relay access denied'];
    case 'VRFY':
      if (!weak) return ['502 5.5.1 VRFY command is disabled'];
      return /postmaster/i.test(command) ? ['252 2.0.0 postmaster'] : ['550 5.1.1 User unknown'];
    case 'MAIL':
    case 'RSET':
    case 'NOOP':
      return ['250 2.0.0 Ok'];
    case 'QUIT':
      return ['221 2.0.0 Bye'];
    case 'DATA':
      return ['554 5.7.1 Data command rejected: Access denied'];
    default:
      return ['502 5.5.2 Error: command not recognized'];
  }
}
