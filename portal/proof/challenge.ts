/** Where a token has to stand, and how; the same words in the instructions and in the check. */
export function txtName(name: string): string {
  return `_enkaku-challenge.${name}`;
}

export function txtValue(token: string): string {
  return `enkaku-verification=${token}`;
}

export function filePath(token: string): string {
  return `/.well-known/enkaku-${token}.txt`;
}
