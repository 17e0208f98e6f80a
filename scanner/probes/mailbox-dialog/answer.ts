import type { MailboxDialog } from '@enkaku/shared/evidence/mailbox-dialog/schema.ts';

export type MailboxProtocol = MailboxDialog['protocol'];

/** `lines`: everything up to and without the end mark; `status`: the line that says whether it went well. */
export type ParsedAnswer =
  | { readonly state: 'incomplete' | 'garbled' }
  | {
      readonly state: 'complete';
      readonly isOk: boolean;
      readonly status: string;
      readonly lines: readonly string[];
      readonly length: number;
    };

const maxLines = 64;
const maxLineBytes = 2048;
const garbled: ParsedAnswer = { state: 'garbled' };

/** The line that begins a session: `* OK`, `+OK`. `* BYE`, `* PREAUTH` and `-ERR` are lines too, and no welcome. */
export function parseGreeting(protocol: MailboxProtocol, bytes: Buffer): ParsedAnswer {
  if (protocol === 'pop3') return parsePop3Answer(bytes, 'one-line');
  return collect(bytes, (lines) => {
    const [status = ''] = lines;
    const [, word] = /^\* (OK|BYE|PREAUTH)\b/i.exec(status) ?? [];
    return word === undefined ? 'garbled' : { isOk: word.toUpperCase() === 'OK', status, lines };
  });
}

/** Untagged lines (`* …`) and the one with our tag (RFC 9051 §2.2.2). */
export function parseImapAnswer(bytes: Buffer, tag: string): ParsedAnswer {
  const end = new RegExp(`^${tag} (OK|NO|BAD)\\b`, 'i');
  return collect(bytes, (lines) => {
    const status = lines.at(-1) ?? '';
    const [, word] = end.exec(status) ?? [];
    if (word !== undefined) return { isOk: word.toUpperCase() === 'OK', status, lines: lines.slice(0, -1) };
    return status.startsWith('* ') ? undefined : 'garbled';
  });
}

/** `+OK` or `-ERR`; an answer of many lines ends with a dot alone (RFC 1939 §3). */
export function parsePop3Answer(bytes: Buffer, extent: 'one-line' | 'many-lines'): ParsedAnswer {
  return collect(bytes, (lines) => {
    const [status = ''] = lines;
    const [word] = /^(?:\+OK|-ERR)(?= |$)/i.exec(status) ?? [];
    if (word === undefined) return 'garbled';
    const isOk = word.startsWith('+');
    if (extent === 'one-line' || !isOk) return { isOk, status, lines };
    return lines.at(-1) === '.' ? { isOk, status, lines: lines.slice(0, -1) } : undefined;
  });
}

type Whole = Omit<Extract<ParsedAnswer, { state: 'complete' }>, 'state' | 'length'>;

/** Takes line after line until `judge`, given those read so far, has its answer. */
function collect(
  bytes: Buffer,
  judge: (lines: readonly string[]) => Whole | 'garbled' | undefined,
): ParsedAnswer {
  const lines: string[] = [];
  for (let start = 0; lines.length < maxLines; ) {
    const end = bytes.indexOf(0x0a, start);
    if ((end < 0 ? bytes.length : end) - start > maxLineBytes) return garbled;
    if (end < 0) return { state: 'incomplete' };
    lines.push(bytes.toString('latin1', start, end).replace(/\r$/, ''));
    start = end + 1;
    const whole = judge(lines);
    if (whole === 'garbled') return garbled;
    if (whole !== undefined) return { state: 'complete', ...whole, length: start };
  }
  return garbled;
}
