import {
  controlsBeside,
  fileAt,
  fileResponse,
  htmlFile,
} from '@enkaku/shared/evidence/web-files/build.fixture.ts';
import { describe, expect, test } from 'vitest';
import { asksFor } from './asks.ts';
import { type ServerSign, signsOf } from './signs.ts';

function paths(name: string, ...shown: readonly ServerSign[]): readonly string[] {
  const { own, usual } = asksFor(new Set(shown), name);
  return [...own, ...usual].map(({ path }) => path);
}

test.each([
  ['www.city.example.jp', '/city.zip'],
  ['kosodate.city.example.jp', '/kosodate.zip'],
  ['127.0.0.1', '/site.zip'],
  ['2001:db8::1', '/site.zip'],
  ['www', '/www.zip'],
])('the archive of %s would be called %s', (name, expected) => {
  expect(paths(name)).toContain(expected);
});

test('what a server shows itself to be comes first', () => {
  expect(paths('a.example', 'wordpress')[0]).toBe('/wp-login.php');
  expect(paths('a.example')[0]).toBe('/.git/HEAD');
});

test('no path twice, none that could change anything, at most 40 with any three signs', () => {
  const all: readonly ServerSign[] = [
    'nginx',
    'php',
    'wordpress',
    'java',
    'joomla',
    'drupal',
    'movable-type',
    'ec-cube',
  ];
  const asked = paths('a.example', ...all);

  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.every((path) => path.startsWith('/') && !/logout|delete|install\.php/.test(path))).toBe(true);
  expect(paths('a.example', 'nginx', 'php', 'wordpress').length + 3 + 3 + 5).toBeLessThanOrEqual(40);
});

describe('a server', () => {
  test.each<[string, ReturnType<typeof fileResponse>, readonly ServerSign[]]>([
    ['WordPress', htmlFile('<link href="/wp-content/themes/a.css">'), ['wordpress']],
    [
      'PHP on nginx',
      fileResponse(200, [
        ['Server', 'nginx/1.26'],
        ['X-Powered-By', 'PHP/8.2'],
      ]),
      ['nginx', 'php'],
    ],
    ['Java', fileResponse(200, [['Set-Cookie', 'JSESSIONID=1']]), ['java']],
    ['Jenkins', fileResponse(403, [['X-Jenkins', '2.4']]), ['jenkins']],
    ['Movable Type', htmlFile('<meta name="generator" content="Movable Type Pro 7.9">'), ['movable-type']],
    ['EC-CUBE', fileResponse(200, [['Set-Cookie', 'eccube=1']]), ['ec-cube']],
    ['nobody', htmlFile('<p>We write about JSESSIONID'), []],
  ])('%s shows itself', (_, root, expected) => {
    expect([...signsOf([fileAt('root', '/', root), ...controlsBeside('/')])]).toEqual(expected);
  });
});
