/** Characters two columns wide in a fixed-width font (Unicode East Asian Width W and F, near enough). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** 行頭禁則: what must not begin a line. */
const noStart = /^[、。，．・：；？！ー）」』】〕》〉”’ゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥〜～]/u;
/** 行末禁則: what must not end one. */
const noEnd = /[（「『【〔《〈“‘]$/u;

export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

/** Breaks each line at `columns`, between words and between Japanese characters; addresses and commands stay whole. */
export function wrap(text: string, columns = 76): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const unit of unitsOf(line)) {
    if (current !== '' && displayWidth(current) + displayWidth(unit.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = unit.trimStart();
    } else current += unit;
  }
  return [...lines, current.trimEnd()];
}

/** What stays together: a word, or a wide character with the marks that cling to it. */
function unitsOf(line: string): readonly string[] {
  const units: string[] = [];
  let open = false;
  for (const piece of line.match(/\s+|[^\s]/gu) ?? []) {
    const last = units.at(-1) ?? '';
    const narrow = !wide.test(piece) && !/^\s/.test(piece);
    const afterNarrow = last !== '' && !wide.test([...last].at(-1) ?? '') && !/\s$/.test(last);
    const clings = noStart.test(piece) || (open && !/^\s/.test(piece)) || (narrow && afterNarrow);
    if (last !== '' && clings) units[units.length - 1] = last + piece;
    else units.push(piece);
    open = noEnd.test(piece);
  }
  return units;
}
