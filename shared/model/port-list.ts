const list = /^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/;

/** `default`, `all`, or a list such as `22,80,8000-8100`. */
export function isPortList(text: string): boolean {
  if (text === 'default' || text === 'all') return true;
  return (
    text.length <= 4096 &&
    list.test(text) &&
    rangesOf(text).every(([first, last]) => first >= 1 && first <= last && last <= 65_535)
  );
}

/** How many ports an explicit list names; a port named twice counts twice. */
export function portCount(text: string): number {
  return rangesOf(text).reduce((count, [first, last]) => count + last - first + 1, 0);
}

function rangesOf(text: string): readonly (readonly [first: number, last: number])[] {
  return text.split(',').map((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return [first, last] as const;
  });
}
