import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lists, parseSmtpReply } from './smtp-reply.ts';

const parse = (text: string) => parseSmtpReply(Buffer.from(text, 'latin1'));
const replyTo = (text: string) => {
  const parsed = parse(text);
  return parsed.state === 'complete' ? parsed.reply : parsed.state;
};

describe('a reply', () => {
  test('of one line has its text without the code', () => {
    expect(replyTo('220 mx.city.example ESMTP\r\n')).toEqual({ code: 220, lines: ['mx.city.example ESMTP'] });
  });

  test('of several lines ends at the line with a space', () => {
    expect(replyTo('250-mx\r\n250-SIZE 1\r\n250 STARTTLS\r\nrest')).toEqual({
      code: 250,
      lines: ['mx', 'SIZE 1', 'STARTTLS'],
    });
  });

  test('takes only its own bytes', () => {
    expect(parse('220 a\r\n250 b\r\n')).toMatchObject({ state: 'complete', length: 7 });
  });

  test('without text, with a bare LF, with NULs and bytes above 127 is one', () => {
    expect(replyTo('250\r\n')).toEqual({ code: 250, lines: [''] });
    expect(replyTo('250 ok\n')).toEqual({ code: 250, lines: ['ok'] });
    expect(replyTo('220 a\0b\xff\r\n')).toEqual({ code: 220, lines: ['a\0b\xff'] });
  });

  test.each(['', '2', '22', '220', '220 mx', '220-a\r\n', '220-a\r\n22'])(
    'that began as %j may go on',
    (text) => {
      expect(replyTo(text)).toBe('incomplete');
    },
  );

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH\r\n'],
    ['HTTP', 'HTTP/1.1 400 Bad\r\n'],
    ['a TLS alert', '\x15\x03\x01'],
    ['a code out of range', '199 x\r\n'],
    ['a code that goes on', '2200 x\r\n'],
    ['codes that differ', '250-a\r\n550 b\r\n'],
    ['a line of 3000 bytes', `220 ${'a'.repeat(3000)}\r\n`],
    ['an endless line', `220 ${'a'.repeat(3000)}`],
    ['70 lines', '220-a\r\n'.repeat(70)],
  ])('%s is none', (_, text) => {
    expect(replyTo(text)).toBe('garbled');
  });

  test('made of any lines is read as it was written', () => {
    const line = fc.string({ maxLength: 100 }).map((text) => text.replace(/[\r\n]|[^\0-\xff]/g, ''));
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        fc.array(line, { minLength: 1, maxLength: 64 }),
        (code, lines) => {
          const text = lines
            .map((part, i) => `${code}${i + 1 < lines.length ? '-' : ' '}${part}\r\n`)
            .join('');
          expect(replyTo(text)).toEqual({ code, lines });
        },
      ),
    );
  });

  test('any bytes are a reply, a beginning or garbage', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(['complete', 'incomplete', 'garbled']).toContain(parseSmtpReply(Buffer.from(noise)).state);
      }),
    );
  });
});

test.each([
  [['mx', 'STARTTLS'], true],
  [['mx', 'starttls'], true],
  [['STARTTLS'], false],
  [['mx', 'XXXXXXXA'], false],
  [['mx', 'AUTH STARTTLS'], false],
])('EHLO %j lists STARTTLS: %s', (lines, expected) => {
  expect(lists({ code: 250, lines }, 'STARTTLS')).toBe(expected);
});
