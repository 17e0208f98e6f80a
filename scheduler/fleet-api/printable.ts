/** A node's words as they may be stored: PostgreSQL takes no NUL, and no terminal should meet control characters. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
