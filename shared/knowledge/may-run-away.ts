/**
 * A repetition inside a repetition, and a repeated choice between white space and white space, can take exponential
 * time. Harmless is what begins with a separator that the rest of it cannot be, as `(?:\.\d+)*`, or ends with one.
 */
export function mayRunAway(pattern: string): boolean {
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
