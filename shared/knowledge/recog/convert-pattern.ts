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

/**
 * A repetition inside a repetition, and a repeated choice between white space and white space, can take exponential
 * time. Harmless is what begins with a separator that the rest of it cannot be, as `(?:\.\d+)*`, or ends with one.
 */
function mayRunAway(pattern: string): boolean {
  const groups: { readonly begin: number; repeats: boolean }[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    const group = groups.at(-1);
    if (character === '\\') at++;
    else if (character === '[') at = endOfClass(pattern, at);
    else if (character === '(') groups.push({ begin: at + 1, repeats: false });
    else if (character === ')' && group !== undefined) {
      groups.pop();
      const body = pattern.slice(group.begin, at);
      const isRepeated = repeatsFreely(pattern, at + 1);
      const isAmbiguous = (group.repeats && !separated.test(body)) || choiceOfSpaces.test(body);
      if (isRepeated && isAmbiguous) return true;
      const around = groups.at(-1);
      if (around !== undefined && (group.repeats || isRepeated)) around.repeats = true;
    } else if (group !== undefined && repeatsFreely(pattern, at)) group.repeats = true;
  }
  return false;
}

const separated = /^(?:\?:)?(?:\\?[.,_/-](?:\\d|\[\\d\])[+*]|(?:\\d|\[\\d\])\+\\?[.,_/-])$/;
const choiceOfSpaces = /\\s\||\|\\s/;

function endOfClass(pattern: string, begin: number): number {
  for (let at = begin + 1; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === ']' && at > begin + 1) return at;
  }
  return pattern.length;
}

/** `*`, `+`, `{2,}`, and as often that it makes no difference. */
function repeatsFreely(pattern: string, at: number): boolean {
  return (
    pattern[at] === '*' || pattern[at] === '+' || /^\{\d+,(?:\d{2,})?\}/.test(pattern.slice(at, at + 10))
  );
}
