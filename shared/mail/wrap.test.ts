import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, wrap } from './wrap.ts';

describe('wrap', () => {
  it.each([
    ['a short line', 'abc', 'abc'],
    ['words', 'aaaa bbbb cccc', 'aaaa bbbb\ncccc'],
    ['Japanese, two columns a character', 'あいうえおかき', 'あいうえお\nかき'],
    ['a full stop → clings to its character', 'あいうえお。かき', 'あいうえ\nお。かき'],
    ['an opening bracket → goes with what it opens', 'あいうえ「かき」', 'あいうえ\n「かき」'],
    ['an address → stays whole', 'あ https://example.jp/long い', 'あ\nhttps://example.jp/long\nい'],
    ['lines of its own', 'あ\n\nい', 'あ\n\nい'],
    ['nothing', '', ''],
  ])('%s', (_, text, wrapped) => expect(wrap(text, 10)).toBe(wrapped));

  it('𠮷 is two columns wide', () => expect(displayWidth('𠮷a')).toBe(3));

  it('anything → not a character but spaces and line ends is lost or added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wrap(text, 10).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
