import type { Facts, Protocol } from './protocol.ts';

/** RFC 959, RFC 1635 and RFC 4217 §3: what the server can do, whether anybody may enter, and away again. */
const words = ['FEAT\r\n', 'USER anonymous\r\n', 'PASS enkaku@enkaku.invalid\r\n', 'QUIT\r\n'];
const [feat = '', user = '', pass = '', quit = ''] = words;

export const ftp: Protocol = {
  name: 'ftp',
  transport: 'tcp',
  ports: [21],
  services: ['ftp'],
  questions: [
    {
      asked: 'anonymous',
      next: (soFar, turn) => {
        const replies = repliesIn(soFar);
        if (replies.length !== turn + 1) return undefined;
        if (turn === 0) return replies[0]?.code === '220' ? Buffer.from(feat) : Buffer.from(quit);
        if (turn === 1) return Buffer.from(user);
        if (turn === 2) return Buffer.from(replies[2]?.code === '331' ? pass : quit);
        return turn === 3 && replies[2]?.code === '331' ? Buffer.from(quit) : undefined;
      },
      isWhole: (bytes) => {
        const replies = repliesIn(bytes);
        const last = replies[2]?.code === '331' ? 4 : 3;
        return (replies[0] !== undefined && replies[0].code !== '220') || replies.length >= last;
      },
      read,
    },
  ],
};

interface Reply {
  readonly code: string;
  readonly text: string;
}

/** RFC 959 §4.2: a reply of several lines ends with its code and a space. Only whole ones. */
function repliesIn(bytes: Buffer): readonly Reply[] {
  const lines = bytes.toString('latin1').split('\n');
  lines.pop();
  const replies: Reply[] = [];
  let open: string | undefined;
  let text = '';
  for (const line of lines) {
    text += `${line.trimEnd()}\n`;
    open ??= /^\d{3}-/.exec(line)?.[0].slice(0, 3);
    const code = /^(\d{3})(?: |\r?$)/.exec(line)?.[1];
    if (code === undefined || (open !== undefined && code !== open)) continue;
    replies.push({ code, text });
    open = undefined;
    text = '';
  }
  return replies;
}

function read(bytes: Buffer): Facts | undefined {
  const [greeting, features, name, password] = repliesIn(bytes);
  if (greeting === undefined || !/^[1-5]\d\d$/.test(greeting.code)) return undefined;
  const facts = { greeting: greeting.text.trim().slice(0, 400) };
  if (features === undefined) return /\bftp\b/i.test(greeting.text) ? facts : undefined;
  const answer = name?.code === '331' ? password : name;
  return { ...facts, tls: tlsOf(features), access: accessOf(answer?.code) };
}

/** RFC 2389: FEAT is optional, so only a list of features says that TLS is missing. */
function tlsOf({ code, text }: Reply): string {
  if (code !== '211') return 'unknown';
  return /\bAUTH\b[^\n]*\b(?:TLS|SSL)\b/i.test(text) ? 'yes' : 'no';
}

function accessOf(code: string | undefined): string {
  if (code === '230') return 'open';
  return code !== undefined && /^(?:331|332|421|5\d\d)$/.test(code) ? 'denied' : 'unknown';
}
