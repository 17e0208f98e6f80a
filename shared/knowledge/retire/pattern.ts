import { mayRunAway } from '../may-run-away.ts';

const longestPattern = 1000;
const longestVersion = 40;
const longestSpace = 80;

/** The version in RetireJS's own words, bounded: a text of nothing but digits would take the square of its length. */
const version = `[0-9][0-9.a-z_\\-]{1,${longestVersion}}`;

/**
 * One of RetireJS's patterns, `§§version§§` in it filled in. Undefined for one that JavaScript does not know or that
 * could run long: a repetition in a repetition, or two that take anything at all (`[\s\S]*…[\s\S]*`).
 */
export function retirePattern(source: string, whole: 'anywhere' | 'whole' = 'anywhere'): RegExp | undefined {
  if (source.length > longestPattern) return undefined;
  const filled = source
    .replaceAll('§§version§§', version)
    .replaceAll(
      freeSpace,
      (_, space: string, count: string) => `${space}{${count === '*' ? 0 : 1},${longestSpace}}`,
    );
  if (mayRunAway(filled) || (filled.match(takesAnything)?.length ?? 0) > 1) return undefined;
  try {
    return new RegExp(whole === 'whole' ? `^${filled}$` : filled);
  } catch {
    return undefined;
  }
}

/** White space without end: where a pattern begins with it, a text of nothing else would take the square as well. */
const freeSpace = /(?!\[\\s\\S\])(\[(?:[^\]\\]|\\.)*?\\s(?:[^\]\\]|\\.)*\]|\\s)([*+])/g;
const takesAnything = /(?:\[\\s\\S\]|\[\^[^\]]{1,10}\]|\.)[*+]/g;
