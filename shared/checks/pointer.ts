/** RFC 6901. Undefined where it leads nowhere. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      document,
    );
}

/** Whether the excerpt stands where the proof says. */
export function excerptStands(
  document: unknown,
  proof: { readonly pointer: string; readonly excerpt: string },
): boolean {
  const found = resolvePointer(document, proof.pointer);
  if (found === undefined) return false;
  return (typeof found === 'string' ? found : JSON.stringify(found)).includes(proof.excerpt);
}
