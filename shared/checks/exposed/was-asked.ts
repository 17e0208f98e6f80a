/** Whether a TCP port is in a list such as `T:22,80,8000-8100,U:161`. What cannot be read counts as not asked. */
export function wasAsked(requested: string, port: number): boolean {
  let transport = 'T';
  for (const part of requested.split(',')) {
    const [, prefix, first, last] = /^(?:([TU]):)?(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    transport = prefix ?? transport;
    if (transport === 'T' && first !== undefined && Number(first) <= port && port <= Number(last ?? first)) {
      return true;
    }
  }
  return false;
}
