import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidFeedError } from '../feed.ts';
import { identifyScript, type Script, vulnerabilitiesOf } from './identify.ts';
import { parseRetire } from './parse-retire.ts';
import { retirePattern } from './pattern.ts';
import { retire, retireJson } from './retire.fixture.ts';
import { retireFeed } from './retire-feed.ts';
import { isAtOrAbove } from './version.ts';

const script = (change: Partial<Script>): Script => ({
  url: 'https://www.city.example.jp/js/app.js',
  content: null,
  sha1: null,
  ...change,
});
const seen = (change: Partial<Script>) =>
  identifyScript(retire, script(change)).map(
    ({ library, version, by }) => `${library.name} ${version} ${by}`,
  );

test.each([
  ['1.12.4', '1.12.3', true],
  ['1.12.3', '1.12.3', true],
  ['1.9.1', '1.12.0', false],
  ['1.12', '1.12.0', true],
  ['3.0.0', '3.0.0-rc1', true],
  ['3.0.0-rc1', '3.0.0', false],
  ['3.0.0-rc2', '3.0.0-rc1', true],
  ['3.0.0-beta1', '3.0.0-rc1', false],
  ['2.0.0', '1.99.99', true],
])('%s at or above %s → %s', (version, other, expected) => {
  expect(isAtOrAbove(version, other)).toBe(expected);
});

describe('a script', () => {
  test.each<[string, Partial<Script>, readonly string[]]>([
    ['by its banner', { content: '/*! jQuery v1.12.4 | (c)' }, ['jquery 1.12.4 content']],
    ['by its name', { url: 'https://a.example/jquery-3.5.1.min.js?ver=3.5.1' }, ['jquery 3.5.1 url']],
    [
      'by its folder',
      { url: 'https://cdn.example/ajax/libs/jquery/2.1.1/jquery.min.js' },
      ['jquery 2.1.1 url'],
    ],
    ['by its hash', { sha1: '07f8b94c8d601a24a1914a1a92bec0e4fafda964' }, ['retire-example 0.0.1 hash']],
    [
      'by what stands in it, whatever its name says',
      { url: 'https://a.example/jquery-1.0.js', content: '/*! jQuery v3.7.1' },
      ['jquery 3.7.1 content'],
    ],
    ['of our own', { content: 'let jquery = 1;' }, []],
    ['whose name only begins so', { url: 'https://a.example/my-jquery-1.0.0.js' }, []],
    ['without anything', { url: '' }, []],
  ])('%s → %j', (_, change, expected) => {
    expect(seen(change)).toEqual(expected);
  });

  test.each([
    ['1.12.4', ['CVE-2015-9251', 'CVE-2020-11023']],
    ['1.12.4-aem', ['CVE-2020-11023']],
    ['3.4.1', ['CVE-2020-11023']],
    ['3.5.0', []],
    ['3.5.0.min', []],
  ])('jQuery %s → %j', (version, cves) => {
    const [sighting] = identifyScript(retire, script({ content: `/*! jQuery v${version} | x` }));
    if (sighting === undefined) throw new Error('not seen');

    expect(vulnerabilitiesOf(sighting).flatMap((one) => one.cves)).toEqual(cves);
  });

  test('of whatever text → an answer, in no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (content, url) => {
        expect(identifyScript(retire, script({ content, url })).length).toBeLessThanOrEqual(
          retire.libraries.length,
        );
      }),
    );
  });
});

describe('a pattern', () => {
  test.each([
    ['a repetition in a repetition', '(a+)+§§version§§'],
    ['anything twice', '[\\s\\S]*x[\\s\\S]*'],
    ['no pattern', '('],
    ['one without end', 'x'.repeat(1001)],
  ])('that is %s → left out', (_, source) => {
    expect(retirePattern(source)).toBeUndefined();
  });

  test.each([
    ['[\\s]+var c3 ?= ?(§§version§§)', '\n'],
    ['/*[\\s]+PDFObject v(§§version§§)', ' '],
    ['[!*\\s/]+[\\s]marked v(§§version§§)', ' /'],
    ['"(§§version§§)"', '1'],
    ['(§§version§§)x', '1'],
    ['\\.__vue_app__=.{0,8000}?const [a-z]+="(§§version§§)",', '.__vue_app__=.'],
  ])('%j against 64 KiB of %j → under half a second', (source, piece) => {
    const text = piece.repeat(65_536 / piece.length);
    const startedAt = performance.now();
    retirePattern(source)?.exec(text);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

test('a feed → how many weaknesses it tells, and how many patterns were left out', () => {
  const file = { name: 'jsrepository-v5.json', text: JSON.stringify(retireJson) };

  expect(retireFeed.recognises(file)).toBe(true);
  expect(retireFeed.parse([file])).toMatchObject({ entries: 4, version: 'v5, 3 patterns left out' });
});

test.each([
  ['a list', []],
  ['a word', 'x'],
  ['another severity', { a: { vulnerabilities: [{ severity: 'awful' }] } }],
  ['patterns that are none', { a: { extractors: { uri: [1] } } }],
])('%s → refused', (_, json) => {
  expect(() => parseRetire(json)).toThrow(InvalidFeedError);
});
