/** A target's own word, made fit to stand in a sentence. */
export function shown(text: string): string {
  const plain = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
