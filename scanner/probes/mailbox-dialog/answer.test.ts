import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ParsedAnswer, parseGreeting, parseImapAnswer, parsePop3Answer } from './answer.ts';
import { judgeInjection } from './injection.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const imap = (text: string) => parseImapAnswer(bytes(text), 'e1');
const capa = (text: string) => parsePop3Answer(bytes(text), 'many-lines');
const linesOf = (answer: ParsedAnswer) => (answer.state === 'complete' ? answer.lines : answer.state);

test.each([
  ['* OK ready\r\n', true],
  ['* BYE no\r\n', false],
  ['* PREAUTH you\r\n', false],
])('%j greets, welcome: %s', (text, isOk) => {
  expect(parseGreeting('imap', bytes(text))).toMatchObject({ state: 'complete', isOk });
});

test('an IMAP answer ends at our tag and takes only its own bytes', () => {
  const answer = imap('* CAPABILITY IMAP4rev1\r\n* OK hint\r\ne1 OK done\r\nrest');
  expect(answer).toMatchObject({ isOk: true, status: 'e1 OK done', length: 47 });
  expect(linesOf(answer)).toEqual(['* CAPABILITY IMAP4rev1', '* OK hint']);
});

test('a POP3 list ends at its dot, a refusal at its line', () => {
  expect(linesOf(capa('+OK\r\nTOP\r\nSTLS\r\n.\r\n+OK'))).toEqual(['+OK', 'TOP', 'STLS']);
  expect(capa('-ERR no\r\n')).toMatchObject({ state: 'complete', isOk: false });
});

test.each([imap('* CAP'), imap('* CAPABILITY\r\n'), imap(''), capa('+OK\r\nTOP\r\n'), capa('+O')])(
  'what is not at its end may go on (%#)',
  (answer) => {
    expect(answer.state).toBe('incomplete');
  },
);

test.each([
  ['another tag', imap('e2 OK done\r\n')],
  ['a word that begins alike', imap('e1 OKAY\r\n')],
  ['another protocol', capa('SSH-2.0-x\r\n')],
  ['+OKAY', capa('+OKAY\r\n')],
  ['a TLS alert', capa('\x15\x03\x01\n')],
  ['a line of 3000 bytes', imap(`* ${'a'.repeat(3000)}\r\n`)],
  ['an endless line', imap(`* ${'a'.repeat(3000)}`)],
  ['70 lines', imap('* X\r\n'.repeat(70))],
  ['a list without end', capa(`+OK\r\n${'X\r\n'.repeat(70)}`)],
])('%s is none', (_, answer) => {
  expect(answer.state).toBe('garbled');
});

test.each([
  ['imap', 'i2 OK NOOP completed.\r\n* BYE\r\ni3 OK Logout\r\n', 'answered'],
  ['imap', 'i2 BAD first log in\r\ni3 OK\r\n', 'answered'],
  ['imap', '* BYE\r\ni3 OK Logout\r\n', 'dropped'],
  ['imap', '* OK i2 OK\r\ni3 OK Logout\r\n', 'dropped'],
  ['imap', '* BYE\r\n', 'garbled'],
  ['imap', '', 'garbled'],
  ['pop3', '+OK\r\nCAPA\r\n.\r\n+OK Logging out.\r\n', 'answered'],
  ['pop3', '-ERR what?\r\n+OK bye\r\n', 'answered'],
  ['pop3', '+OK Logging out.\r\n', 'dropped'],
  ['pop3', '-ERR what?\r\n', 'dropped'],
  ['pop3', 'hello\r\n+OK bye\r\n', 'garbled'],
  ['pop3', '', 'garbled'],
] as const)('%s: %j inside TLS → %s', (protocol, text, state) => {
  expect(judgeInjection(protocol, text).state).toBe(state);
});

test('any bytes are an answer, a beginning or garbage, and fit into evidence', () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((values) => Buffer.from(values).toString('latin1')),
    fc
      .array(fc.constantFrom('* ', '+OK', '-ERR', 'e1 OK', 'i2 OK', ' ', '\r\n', '\n', '.', '\0'), {
        maxLength: 200,
      })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(noise, (text) => {
      for (const answer of [
        imap(text),
        capa(text),
        parseGreeting('imap', bytes(text)),
        parseGreeting('pop3', bytes(text)),
      ]) {
        if (answer.state !== 'complete') continue;
        expect(answer.length).toBeLessThanOrEqual(text.length);
        expect(answer.lines.length).toBeLessThanOrEqual(64);
        for (const line of answer.lines) expect(line.length).toBeLessThanOrEqual(2048);
      }
      for (const protocol of ['imap', 'pop3'] as const) {
        expect(['answered', 'dropped', 'garbled']).toContain(judgeInjection(protocol, text).state);
      }
    }),
  );
});
