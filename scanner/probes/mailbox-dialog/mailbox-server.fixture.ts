import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { issue } from '../wire/certificate.fixture.ts';
import { type TestServer, tcpServer } from '../wire/servers.fixture.ts';

/** The answer to each verb; `TAG` stands for the command's own. `tls CAPABILITY`: inside TLS. */
export type MailboxAnswers = Readonly<Record<string, string>>;

export const imapAnswers: MailboxAnswers = {
  greeting: '* OK ready',
  CAPABILITY: '* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\nTAG OK done',
  'tls CAPABILITY': '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done',
  STARTTLS: 'TAG OK begin',
  NOOP: 'TAG OK noop',
  LOGOUT: '* BYE\r\nTAG OK bye',
};
export const pop3Answers: MailboxAnswers = {
  greeting: '+OK ready',
  CAPA: '+OK\r\nTOP\r\nSTLS\r\n.',
  'tls CAPA': '+OK\r\nTOP\r\nUSER\r\n.',
  STLS: '+OK begin',
  QUIT: '+OK bye',
};

/** `keeps`: what came before the handshake is answered inside it, as CVE-2011-0411 was. `chokes`: TLS fails on it. */
export type Buffering = 'drops' | 'keeps' | 'chokes';

/** A mailbox server that says what the test wants it to say. `heard` gets every command, also those inside TLS. */
export function mailboxServer(
  answers: MailboxAnswers,
  { heard = [], buffering = 'drops' }: { heard?: string[]; buffering?: Buffering } = {},
): Promise<TestServer> {
  const { cert, key } = issue({ subject: 'mail.city.example', dnsNames: ['mail.city.example'] });

  function serve(socket: Socket, layer: '' | 'tls ', leftOver = ''): void {
    let text = leftOver;
    socket.on('error', () => {});
    function read(bytes: Buffer | string): void {
      text += bytes.toString('latin1');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const command = text.slice(0, end);
        text = text.slice(end + 2);
        heard.push(command);
        const [, tag = '', verb = ''] = /^(?:([ei]\d) )?(\w+)/.exec(command) ?? [];
        const answer = answers[`${layer}${verb}`] ?? answers[verb] ?? '';
        if (answer === '') return void socket.destroy();
        socket.write(`${answer.replaceAll('TAG', tag)}\r\n`);
        if (verb === 'LOGOUT' || verb === 'QUIT') return void socket.end();
        if (/^(?:\w\d OK|\+OK) begin/.test(answer.replace('TAG', 'e1'))) {
          socket.off('data', read);
          if (buffering === 'chokes' && text !== '') return void socket.destroySoon();
          const secure = new TLSSocket(socket, { isServer: true, cert, key });
          serve(secure, 'tls ', buffering === 'keeps' ? text : '');
          return;
        }
      }
    }
    socket.on('data', read);
    if (leftOver !== '') read('');
  }

  return tcpServer((socket) => {
    if (answers.greeting !== '') socket.write(`${answers.greeting}\r\n`);
    serve(socket, '');
  });
}
