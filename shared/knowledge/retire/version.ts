/** As RetireJS compares: part by part; a number stands above a word (`3.0.0` above `3.0.0-rc1`), what is missing is 0. */
export function isAtOrAbove(version: string, other: string): boolean {
  const [ours, theirs] = [partsOf(version), partsOf(other)];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [own, its] = [ours[at] ?? 0, theirs[at] ?? 0];
    if (typeof own !== typeof its) return typeof own === 'number';
    if (own !== its) return own > its;
  }
  return true;
}

function partsOf(version: string): readonly (number | string)[] {
  return version.split(/[.-]/).map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : part));
}
