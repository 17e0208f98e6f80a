import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const portal = path.join(import.meta.dirname, '..');
const files = globSync('{layout,pages/*}/text.ts', { cwd: portal });
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** The name of the other language is written in that language. */
const exceptions = ['otherLanguage'];

/** Every text of a catalogue; where it takes arguments, with a sign in the place of each. */
async function textsOf(file: string): Promise<(readonly [name: string, ja: string, en: string])[]> {
  const module: Record<string, unknown> = await import(path.join(portal, file));
  const entries = Object.values(module).flatMap((catalogue) => Object.entries(catalogue as object));
  return entries
    .filter(([name]) => !exceptions.includes(name))
    .map(([name, phrase]) => {
      const text = typeof phrase === 'function' ? phrase('1', { ja: '役', en: 'role' }) : phrase;
      return [name, text.ja, text.en] as const;
    });
}

test('every page with words → has its catalogue', () => {
  expect(files.length).toBeGreaterThanOrEqual(14);
});

test.each(files)('%s → Japanese in Japanese, English in English, nothing empty', async (file) => {
  for (const [name, ja, en] of await textsOf(file)) {
    expect(ja, name).toMatch(name === 'html' ? /./ : japanese);
    expect(en.trim(), name).not.toBe('');
    expect(en.replaceAll('“', ''), name).not.toMatch(japanese);
  }
});

test.each(files)('%s → whole sentences end as they should', async (file) => {
  for (const [name, ja, en] of await textsOf(file)) {
    expect(/[。]$/.test(ja) && !/[.:”]$/.test(en) ? en : '', name).toBe('');
  }
});
