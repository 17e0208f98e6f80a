import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { issue } from './certificate.fixture.ts';
import { type TestServer, tcpServer } from './servers.fixture.ts';

/** The reply to each verb; `*` to all others. STARTTLS answered with 220 begins TLS. */
export type SmtpReplies = Readonly<Record<string, string>>;

export interface SmtpFaults {
  /** CVE-2011-0411: what came in clear text behind STARTTLS is carried out inside TLS. */
  readonly carriesOver?: boolean;
}

const usual: SmtpReplies = {
  greeting: '220 mx.city.example ESMTP',
  EHLO: '250-mx.city.example\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 8BITMIME',
  STARTTLS: '220 ready',
  MAIL: '250 ok',
  RCPT: '554 relay access denied',
  RSET: '250 ok',
  NOOP: '250 ok',
  VRFY: '252 cannot verify',
  QUIT: '221 bye',
  '*': '502 not implemented',
};

/** An MTA that says what the test wants it to say. `heard` gets every command, also those inside TLS. */
export function smtpServer(
  replies: SmtpReplies = {},
  heard: string[] = [],
  { carriesOver = false }: SmtpFaults = {},
): Promise<TestServer> {
  const { cert, key } = issue({ subject: 'mx.city.example', dnsNames: ['mx.city.example'] });
  const all = { ...usual, ...replies };

  function serve(socket: Socket, left = ''): void {
    let text = left;
    socket.on('error', () => {});
    socket.on('data', read);
    answer();

    function read(bytes: Buffer): void {
      text += bytes.toString('latin1');
      answer();
    }

    function answer(): void {
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const command = text.slice(0, end);
        text = text.slice(end + 2);
        heard.push(command);
        const reply = all[command.split(/[ :]/)[0]?.toUpperCase() ?? ''] ?? all['*'] ?? '';
        if (reply === '') return void socket.destroy();
        socket.write(`${reply}\r\n`);
        if (command === 'STARTTLS' && reply.startsWith('220')) {
          socket.off('data', read);
          serve(new TLSSocket(socket, { isServer: true, cert, key }), carriesOver ? text : '');
          return;
        }
      }
    }
  }

  return tcpServer((socket) => {
    if (all.greeting !== '') socket.write(`${all.greeting}\r\n`);
    serve(socket);
  });
}
