import type { MailboxProtocol } from './answer.ts';

/** What goes out in one segment before TLS, and what is asked inside it: only the last may be answered there. */
export const smuggling = {
  imap: { start: 'i1 STARTTLS', smuggled: 'i2 NOOP', farewell: 'i3 LOGOUT' },
  pop3: { start: 'STLS', smuggled: 'CAPA', farewell: 'QUIT' },
} as const satisfies Readonly<Record<MailboxProtocol, object>>;

export type Smuggled =
  | { readonly state: 'answered'; readonly line: string }
  | { readonly state: 'dropped' | 'garbled' };

/** Whether all that came inside TLS, up to the end, holds an answer to the smuggled command. */
export function judgeInjection(protocol: MailboxProtocol, received: string): Smuggled {
  const lines = received.split('\n').map((line) => line.replace(/\r$/, ''));
  return protocol === 'imap' ? judgeImap(lines) : judgePop3(lines);
}

function judgeImap(lines: readonly string[]): Smuggled {
  const answer = lines.find((line) => /^i2 (?:OK|NO|BAD)\b/i.test(line));
  if (answer !== undefined) return { state: 'answered', line: answer };
  return { state: lines.some((line) => /^i3 OK\b/i.test(line)) ? 'dropped' : 'garbled' };
}

/** POP3 has no tags: one command was asked in TLS, so a second answer is that of the smuggled one, which came first. */
function judgePop3(lines: readonly string[]): Smuggled {
  const [first = ''] = lines;
  const answers = lines.filter((line) => /^(?:\+OK|-ERR)(?: |$)/i.test(line));
  if (answers[0] !== first || answers.length === 0) return { state: 'garbled' };
  return answers.length > 1 ? { state: 'answered', line: first } : { state: 'dropped' };
}
