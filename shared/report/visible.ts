/** Everything that would hide, reorder or break text: controls, bidi marks, zero widths, line separators, tags. */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e00ff}]/gu;
/** Variation selectors, IVS included: few fonts know them, and the character before them is readable without. */
const variation = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Foreign text as it may be shown to a person: what would be invisible is written out, `\x1b` or `\u{202e}`. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(variation, '')
    .replace(hidden, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
    });
}

/** At most `limit` characters, whole ones; what was left out is marked. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
