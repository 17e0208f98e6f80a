/** At most `limit` characters, never half of one, and no NUL, which a database cannot hold. */
export function bounded(text: string, limit: number): string {
  return text.slice(0, limit).toWellFormed().replaceAll('\0', '\uFFFD');
}
