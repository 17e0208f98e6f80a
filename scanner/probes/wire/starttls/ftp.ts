import { type Heard, lineIn, type Starttls } from './exchange.ts';

/** RFC 4217 §4. */
export const ftp: Starttls = [
  { say: null, hear: (received) => reply(received, '220', 'blocked') },
  { say: () => 'AUTH TLS\r\n', hear: (received) => reply(received, '234', 'no-tls') },
];

/** The last line of a reply is a code and a space; the lines before it may be anything (RFC 959 §4.2). */
function reply(received: Buffer, wanted: string, refusal: Heard): Heard {
  const begin = received.toString('latin1', 0, 4);
  if (begin.length === 4 && !/^\d{3}[ -]/.test(begin)) return 'garbled';
  const line = lineIn(received, /^\d{3} /);
  if (line === undefined) return 'more';
  if (line.startsWith(wanted)) return 'go-on';
  return line.startsWith('5') ? refusal : 'blocked';
}
