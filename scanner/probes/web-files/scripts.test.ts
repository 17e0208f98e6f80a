import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptsOf } from './scripts.ts';

const base = new URL('https://www.city.example.jp/a/');
const found = (html: string) => scriptsOf(html, base, 64).map(({ href }) => href);

test.each<[string, readonly string[]]>([
  ['<script src="/x.js"></script>', ['https://www.city.example.jp/x.js']],
  ["<script async src='b.js?v=1&amp;w=2'></script>", ['https://www.city.example.jp/a/b.js?v=1&w=2']],
  ['<SCRIPT SRC=c.js defer></SCRIPT>', ['https://www.city.example.jp/a/c.js']],
  ['<script src="//cdn.example/d.js#top">', ['https://cdn.example/d.js']],
  ['<script src="e.js"><script src="e.js">', ['https://www.city.example.jp/a/e.js']],
  ['<script>let src = "f.js"</script>', []],
  ['<script data-src="g.js"></script>', []],
  ['<script src=""></script>', []],
  ['<script src="data:text/javascript,1"></script>', []],
  ['<script src="http://["></script>', []],
  [`<script src="/${'x'.repeat(2500)}"></script>`, []],
])('%j → %j', (html, expected) => {
  expect(found(html)).toEqual(expected);
});

test('more than the limit → the first ones', () => {
  const html = Array.from({ length: 100 }, (_, at) => `<script src="/${at}.js">`).join('');
  expect(found(html)).toHaveLength(64);
});

test('whatever a page holds → addresses that a request can hold, in no time', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('<script src=', '"', "'", '>', '<script ', ' src="//', '\n'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      for (const url of found(pieces.join(''))) expect(url).toMatch(/^https?:\/\/[!-~]{1,2000}$/);
    }),
  );
});

test('64 KiB of the beginning of a script → under half a second', () => {
  const startedAt = performance.now();
  found('<script '.repeat(8192));
  found('<script src='.repeat(5461));
  expect(performance.now() - startedAt).toBeLessThan(500);
});
