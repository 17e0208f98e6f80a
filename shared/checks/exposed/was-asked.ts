/** `22`, `8000-8100`, with or without the transport that it begins. */
const part = /^(?:([TU]):)?(\d{1,5})(?:-(\d{1,5}))?$/;

/** Whether a TCP port is in a list such as `T:22,80,8000-8100,U:161`. What cannot be read counts as not asked. */
export function wasAsked(requested: string, port: number): boolean {
  return tcpRanges(requested).some(([first, last]) => first <= port && port <= last);
}

/** How many TCP ports such a list names. */
export function countAsked(requested: string): number {
  return tcpRanges(requested).reduce((sum, [first, last]) => sum + Math.max(0, last - first + 1), 0);
}

function tcpRanges(requested: string): readonly (readonly [first: number, last: number])[] {
  let transport = 'T';
  return requested.split(',').flatMap((text) => {
    const [, prefix, first, last] = part.exec(text) ?? [];
    transport = prefix ?? transport;
    return transport === 'T' && first !== undefined ? [[Number(first), Number(last ?? first)] as const] : [];
  });
}
