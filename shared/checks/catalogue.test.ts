import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { optInIds } from '../model/opt-in.ts';
import { catalogue, catalogueHash } from './catalogue.ts';

const entries = Object.entries(catalogue);

/** A check file is one that defines a check; detection and texts shared by several stand beside. */
const idsOnDisk = globSync('*/**/*.ts', { cwd: import.meta.dirname })
  .filter((file) => !/\.(test|fixture)\.ts$/.test(file))
  .filter((file) => definesCheck(file))
  .map((file) => file.slice(0, -'.ts'.length).split(/[\\/]/).join('.'));

function definesCheck(file: string): boolean {
  return /export const \w+ = defineCheck\(/.test(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
}

test('the ids of the catalogue → the paths of the files, none missing, none too many', () => {
  expect(Object.keys(catalogue).sort()).toEqual(idsOnDisk.sort());
});

test('every check → at least thirty of them over all five groups', () => {
  const firstWords = new Set(Object.keys(catalogue).map((id) => id.split('.')[0]));

  expect(entries.length).toBeGreaterThanOrEqual(30);
  expect([...firstWords]).toEqual(
    expect.arrayContaining(['tls', 'cert', 'http', 'mail', 'dns', 'ssh', 'snmp']),
  );
});

test.each(optInIds)('the consent “%s” is what a check waits for', (optIn) => {
  expect(entries.some(([, check]) => check.optIn === optIn)).toBe(true);
});

test.each(entries)('%s → speaks both languages, in Japanese and in English', (_id, check) => {
  for (const text of [
    check.text.safe,
    check.text.vulnerable,
    check.text.why,
    ...check.fixes.map((fix) => fix.steps),
  ]) {
    expect(text.ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(text.en).toMatch(/[a-z]/);
    expect(text.en).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
  }
});

test.each(entries)('%s → explains itself in whole sentences', (_id, check) => {
  expect(check.text.why.ja).toMatch(/(ます|です|ません|ください|でしょう|ました)(（[^）]+）)?。$/);
  expect(check.text.why.en).toMatch(/\.$/);
});

test.each(entries)(
  '%s → has one fix a product, the last for any, each with a command that shows it is done',
  (_id, check) => {
    const products = check.fixes.map((fix) => fix.product);

    expect(new Set(products).size).toBe(products.length);
    expect(products.at(-1)).toBe('any');
    expect(check.fixes.every((fix) => fix.confirm.length > 5)).toBe(true);
  },
);

test.each(entries)('%s → refers to its norms over https', (_id, check) => {
  expect(check.references.every((reference) => reference.startsWith('https://'))).toBe(true);
});

test('the hash of the catalogue → changes with a version, not with the order', () => {
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new Error('the catalogue is empty');
  const hash = catalogueHash(Object.fromEntries([first, second]));

  expect(catalogueHash(Object.fromEntries([second, first]))).toBe(hash);
  expect(catalogueHash(Object.fromEntries([[first[0], { ...first[1], version: 99 }], second]))).not.toBe(
    hash,
  );
});
