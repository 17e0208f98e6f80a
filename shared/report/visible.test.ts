import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, visible } from './visible.ts';

describe('visible', () => {
  it.each([
    ['plain text', '𠮷野町 <script> =cmd()', '𠮷野町 <script> =cmd()'],
    ['an escape sequence', '\u001b[31mred', '\\x1b[31mred'],
    ['a right-to-left override', 'exe\u202egpj', 'exe\\u{202e}gpj'],
    ['a zero-width space', 'pay\u200bpal', 'pay\\u{200b}pal'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['an ideographic variation', '葛\u{e0100}城市', '葛城市'],
    ['an emoji variation', '☑\ufe0f', '☑'],
    ['a bare carriage return', 'a\rb', 'a\\x0db'],
    ['line ends of Windows, and tabs', 'a\r\n\tb', 'a\n\tb'],
  ])('%s', (_, given, shown) => {
    expect(visible(given)).toBe(shown);
  });

  it('anything at all → well-formed, without a control character, and the same when shown again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        expect(visible(shown)).toBe(shown);
      }),
    );
  });
});

describe('shorten', () => {
  it('a text that fits → unchanged', () => expect(shorten('𠮷野町', 3)).toBe('𠮷野町'));
  it('a longer one → cut between characters, with a mark', () =>
    expect(shorten('𠮷𠮷𠮷𠮷', 3)).toBe('𠮷𠮷…'));
});
