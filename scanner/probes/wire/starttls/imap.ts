import { type Heard, lineIn, type Starttls } from './exchange.ts';

/** RFC 9051 §6.2.1. */
export const imap: Starttls = [
  { say: null, hear: greeting },
  { say: () => 'e1 STARTTLS\r\n', hear: answer },
];

function greeting(received: Buffer): Heard {
  const line = lineIn(received, /^/);
  if (line === undefined) return 'more';
  if (/^\* OK/i.test(line)) return 'go-on';
  return /^\* (BYE|PREAUTH)/i.test(line) ? 'blocked' : 'garbled';
}

function answer(received: Buffer): Heard {
  const line = lineIn(received, /^e1 |^\* BYE/i);
  if (line === undefined) return 'more';
  if (/^e1 OK/i.test(line)) return 'go-on';
  return /^e1 (NO|BAD)/i.test(line) ? 'no-tls' : 'blocked';
}
