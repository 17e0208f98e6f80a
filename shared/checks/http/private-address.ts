/** Addresses of RFC 1918, which mean something only inside a network. */
export function isPrivate(address: string): boolean {
  const [first = -1, second = -1] = address.split('.').map(Number);
  return first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168);
}

/** The private addresses in a text. What goes on with a further number is a version, not an address. */
export function privateAddressesIn(text: string): readonly string[] {
  return [...text.slice(0, 8192).matchAll(/(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g)]
    .map(([found]) => found)
    .filter((found) => found.split('.').every((part) => Number(part) <= 255 && !/^0\d/.test(part)))
    .filter(isPrivate);
}
