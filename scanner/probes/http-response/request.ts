import type { Order } from '@enkaku/shared/protocol/order.ts';
import { version } from '../../version.ts';

/** `Enkaku/VERSION (+CONTACT; JOBID)`: who asks, and where to complain. */
export function userAgent({ contact, jobId }: Pick<Order, 'contact' | 'jobId'>): string {
  const comment = (text: string) => text.replace(/[^\x21-\x7e]|[()\\]/g, '').slice(0, 300);
  return `Enkaku/${version} (+${comment(contact)}; ${comment(jobId)})`;
}

/** One GET, and nothing else is ever sent. `url` has been through the URL parser: no space, no line end is in it. */
export function buildRequest(url: URL, agent: string): string {
  return [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    `User-Agent: ${agent}`,
    'Accept: text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8',
    'Accept-Language: ja,en;q=0.8',
    'Accept-Encoding: identity',
    'Connection: close',
    '\r\n',
  ].join('\r\n');
}
