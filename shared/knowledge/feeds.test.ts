import { expect, test } from 'vitest';
import { InvalidFeedError } from './feed.ts';
import { sortFiles } from './feeds.ts';
import { buildKev } from './kev.fixture.ts';
import { knowledgeOf } from './knowledge.ts';

const kev = { name: 'any-name.json', text: JSON.stringify(buildKev()) };

test('files of a folder → by feed, told by what they hold; the others are passed over', () => {
  const sorted = sortFiles([{ name: 'LICENSE', text: 'CC0' }, kev]);

  expect([...sorted]).toEqual([['kev', [kev]]]);
});

test.each([
  ['nothing', []],
  ['a page', [{ name: 'a.html', text: '<html>' }]],
])('%s → refused', (_, files) => {
  expect(() => sortFiles(files)).toThrow(InvalidFeedError);
});

test('stored files → what the checks know', () => {
  expect([...knowledgeOf(new Map([['kev', [kev]]])).kev]).toEqual(['CVE-2021-44228', 'CVE-2024-3400']);
});

test('nothing stored → nothing known', () => {
  expect(knowledgeOf(new Map()).kev.size).toBe(0);
});
