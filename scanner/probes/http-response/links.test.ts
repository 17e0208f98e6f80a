import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreignLink, linksOf, loginLink } from './links.ts';

const page = new URL('https://www.city.example/top/index.html');

describe('the login page of a page', () => {
  test.each([
    ['<a href="/login">', '/login'],
    ["<a href='login.php?x=1'>", '/top/login.php?x=1'],
    ['<a href=/user/sign-in/>', '/user/sign-in/'],
    ['<a href="/news.html"><a href="/mypage/">', '/mypage/'],
    ['<a href="https://www.city.example/auth/start#top">', '/auth/start'],
  ])('%s → %s', (html, path) => {
    expect(loginLink(html, page)?.href).toBe(new URL(path, page).href);
  });

  test.each([
    '<a href="/catalogue/authors.html">',
    '<a href="/bloginfo/">',
    '<a href="https://login.other.example/login">',
    '<a href="http://www.city.example/login">',
    '<a href="//other.example/login">',
    '<a href="javascript:login()">',
    '<a href="/auth/logout">',
    '<a href="/login?do=sign-out">',
    '',
  ])('%s → none', (html) => expect(loginLink(html, page)).toBeUndefined());
});

describe('a link with a foreign address', () => {
  const foreign = 'https://k3v9.invalid/';

  test('replaces the address that a link of the page passes on', () => {
    const html = '<a href="/jump.php?id=3&amp;URL=https%3A%2F%2Fpref.example%2F">';
    expect(foreignLink(html, page, foreign).href).toBe(
      'https://www.city.example/jump.php?id=3&URL=https%3A%2F%2Fk3v9.invalid%2F',
    );
  });

  test('is the page itself with the usual names where no link passes one on', () => {
    const url = foreignLink('<a href="/news?id=3">', page, foreign);
    expect(url.pathname).toBe('/top/index.html');
    expect(url.searchParams.get('next')).toBe(foreign);
  });
});

test('any text gives links of this origin only, short enough for a request', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (noise) => {
      for (const { origin, href } of linksOf(`<a href="${noise}"><a href=${noise}>`, page)) {
        expect(origin).toBe(page.origin);
        expect(href).toMatch(/^[!-~]{1,2000}$/);
      }
    }),
  );
});
