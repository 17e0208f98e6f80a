import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedFolders } from './linked-folders.ts';

const base = new URL('https://www.city.example/kurashi/index.html');

test('folders of links and pictures, in the order of the page, each once', () => {
  const html = `<img src="/images/logo.png"><img src='/images/b.png'><a href=css/x.css>a</a><a href="/docs/2026/a.pdf">`;
  expect(linkedFolders(html, base, 5)).toEqual(['/images/', '/kurashi/css/', '/docs/2026/']);
  expect(linkedFolders(html, base, 1)).toEqual(['/images/']);
});

test.each([
  'https://other.example/images/a.png',
  '//other.example/images/a.png',
  'http://www.city.example/images/a.png',
  'https://www.city.example:8443/images/a.png',
  'mailto:a@city.example',
  'javascript:alert(1)',
  '/index.html',
  'http://[broken/',
  '',
])('%j leads to no folder of this origin', (link) => {
  expect(linkedFolders(`<a href="${link}">`, base, 5)).toEqual([]);
});

test('any text gives paths that a request can hold', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (noise) => {
      for (const folder of linkedFolders(`<a href="/${noise}/x">`, base, 5))
        expect(folder).toMatch(/^\/[!-~]*\/$/);
    }),
  );
});
