import type { SmtpReply } from '@enkaku/shared/evidence/smtp-dialog/schema.ts';

export type ParsedReply =
  | { readonly state: 'incomplete' | 'garbled' }
  | { readonly state: 'complete'; readonly reply: SmtpReply; readonly length: number };

const maxLines = 64;
const maxLineBytes = 2048;

/**
 * The first reply in `bytes` (RFC 5321 §4.2): `250-text` … `250 text`, every line with the same code.
 * The lines keep their text without the code; `length` is what the reply took of `bytes`.
 */
export function parseSmtpReply(bytes: Buffer): ParsedReply {
  const lines: string[] = [];
  let [start, code] = [0, ''];
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if ((end < 0 ? bytes.length : end) - start > maxLineBytes || lines.length === maxLines) {
      return { state: 'garbled' };
    }
    if (end < 0) return couldBeReply(bytes.subarray(start)) ? { state: 'incomplete' } : { state: 'garbled' };
    const line = bytes.toString('latin1', start, end).replace(/\r$/, '');
    const [, digits = '', separator = '', text = ''] = /^([2-5]\d\d)([ -]?)(.*)$/s.exec(line) ?? [];
    if (digits === '' || (separator === '' && text !== '') || (code !== '' && digits !== code)) {
      return { state: 'garbled' };
    }
    code = digits;
    lines.push(text);
    start = end + 1;
    if (separator !== '-') {
      return { state: 'complete', reply: { code: Number(code), lines }, length: start };
    }
  }
}

/** Whether bytes without a line's end may still become a reply; a binary protocol is known by its first bytes. */
function couldBeReply(bytes: Buffer): boolean {
  return /^(?:[2-5](?:\d(?:\d|$)|$)|$)/.test(bytes.toString('latin1', 0, 3));
}

/** Whether an EHLO reply lists an extension (RFC 5321 §4.1.1.1); its first line is the greeting. */
export function lists(ehlo: SmtpReply, keyword: string): boolean {
  return ehlo.lines.slice(1).some((line) => line.split(' ', 1)[0]?.toUpperCase() === keyword);
}
