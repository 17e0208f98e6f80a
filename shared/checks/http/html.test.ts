import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metaHeader, tagsOf } from './html.ts';

const names = (html: string) =>
  [...tagsOf(html)].map(({ kind, name }) => (kind === 'end' ? `/${name}` : name));

test.each([
  ['<p>a<br/>b</P>', ['p', 'br', '/p']],
  ['a < b <1> <> <p', []],
  ['<!-- <p> --><b>', ['b']],
  ['<!-- <p>', []],
  ['<!doctype html><?php ?><i>', ['i']],
  ['<script>if (a<b) "<p>"</SCRIPT ><b>', ['script', '/script', 'b']],
  ['<script><p>', ['script']],
  ['<title><b></title><textarea><i></textarea>', ['title', '/title', 'textarea', '/textarea']],
  ['<a title=">"><b>', ['a', 'b']],
  ['<a title="><b>', []],
])('%j → %j', (html, expected) => {
  expect(names(html)).toEqual(expected);
});

test.each([
  ['<a HREF=x>', { href: 'x' }],
  ["<a href = 'x y' id=z>", { href: 'x y', id: 'z' }],
  ['<a href=x href=y>', { href: 'x' }],
  ['<a disabled/ x>', { disabled: '', x: '' }],
  ['<a =b c>', { '=b': '', c: '' }],
  ['<a b=>', { b: '' }],
])('attributes of %j', (html, expected) => {
  const [tag] = tagsOf(html);

  expect(Object.fromEntries(tag?.attributes ?? [])).toEqual(expected);
});

test('any text → tags that stand in it, in order, and an end', () => {
  const soup = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '"',
      "'",
      '=',
      ' ',
      '/',
      'a',
      'script',
      'input',
      'type=password',
      '\0',
      '市',
    ),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(soup, (parts) => {
      const html = parts.join('');
      let at = 0;
      for (const { source } of tagsOf(html)) {
        at = html.indexOf(source, at);
        expect(at).toBeGreaterThanOrEqual(0);
        at += source.length;
      }
    }),
  );
});

test.each([
  ['unfinished tags', '<a '],
  ['unfinished comments', '<!--'],
  ['scripts in scripts', '<script>'],
  ['quotes', '<a b="'],
])('16 KiB of %s → read in no time', (_, part) => {
  const startedAt = performance.now();

  names(part.repeat(16_384 / part.length));

  expect(performance.now() - startedAt).toBeLessThan(500);
});

test('a meta element in place of a header', () => {
  expect(metaHeader('<META content="x" HTTP-EQUIV=" Refresh ">', 'refresh')?.content).toBe('x');
  expect(metaHeader('<meta http-equiv="refresh">', 'refresh')).toBeUndefined();
});
