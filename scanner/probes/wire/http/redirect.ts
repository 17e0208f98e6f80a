import type { Exchange } from './fetcher.ts';
import { portOf } from './origin.ts';
import { headerOf } from './response-parser.ts';

/** Where a response sends the browser; undefined when it does not, or to nothing that is a web address. */
export function redirectTarget({ response }: Pick<Exchange, 'response'>, from: URL): URL | undefined {
  if (response.outcome !== 'yes' || ![301, 302, 303, 307, 308].includes(response.value.status))
    return undefined;
  const location = headerOf(response.value, 'location') ?? '';
  if (location === '' || !URL.canParse(location, from.href)) return undefined;
  const target = new URL(location, from);
  target.hash = '';
  target.username = '';
  target.password = '';
  return target.protocol === 'http:' || target.protocol === 'https:' ? target : undefined;
}

/** Followed only to the same name, so to the same address, and to a port that is open within the order. */
export function mayFollow(target: URL, from: URL, openPorts: ReadonlySet<number>): boolean {
  return target.hostname === from.hostname && openPorts.has(portOf(target)) && target.href.length <= 2000;
}
