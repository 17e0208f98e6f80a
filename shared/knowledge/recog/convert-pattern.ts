import { mayRunAway } from '../may-run-away.ts';

/** Why a pattern cannot be used here. */
export type Unusable = 'syntax' | 'may-run-away';

export type Conversion = { readonly usable: RegExp } | { readonly unusable: Unusable };

const longestPattern = 2048;

/**
 * One of recog's patterns (Ruby, Onigmo) as a JavaScript one. `flags` is the attribute of that name. What the two
 * languages spell differently is respelt; what JavaScript does not know, and what could run for hours, is refused.
 */
export function convertPattern(ruby: string, flags: readonly string[] = []): Conversion {
  if (ruby.length > longestPattern) return { unusable: 'syntax' };
  const inline = /^\(\?([imx]+)\)/.exec(ruby.replace(/^\^(?=\(\?[imx]+\))/, ''))?.[1] ?? '';
  const body = respell(inline === '' ? ruby : ruby.replace(`(?${inline})`, ''));
  if (mayRunAway(body)) return { unusable: 'may-run-away' };
  const ignoresCase = inline.includes('i') || flags.includes('REG_ICASE');
  // Ruby's ^ and $ stand at every line; its `m` is JavaScript's `s`.
  const dotTakesLines =
    inline.includes('m') || flags.includes('REG_DOT_NEWLINE') || flags.includes('REG_MULTILINE');
  try {
    return { usable: new RegExp(body, `m${ignoresCase ? 'i' : ''}${dotTakesLines ? 's' : ''}`) };
  } catch {
    return { unusable: 'syntax' };
  }
}

const classes: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '\\d',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: 'A-Fa-f0-9',
};

/** Anchors of the whole text, POSIX classes, possessive quantifiers and `\h` (a hexadecimal digit). */
function respell(ruby: string): string {
  return ruby
    .replaceAll(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole)
    .replaceAll(/\\([\s\S])/g, (whole, letter: string) => {
      if (letter === 'A') return '(?<![\\s\\S])';
      if (letter === 'Z' || letter === 'z') return '(?![\\s\\S])';
      return letter === 'h' ? '[0-9a-fA-F]' : whole;
    })
    .replaceAll(/(?<!\\)([*+?}])\+/g, '$1');
}
