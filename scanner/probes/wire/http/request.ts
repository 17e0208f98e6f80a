import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { version } from '../../../version.ts';
import type { Headers } from './response-parser.ts';

type Exchange = EvidenceData['http-response']['exchanges'][number];
export type HttpMethod = Exchange['method'];
export type HttpProtocol = Exchange['protocol'];

/** What is asked: nothing but methods that change nothing. */
export interface HttpRequest {
  /** Has been through the URL parser: no space, no line end is in it. */
  readonly url: URL;
  readonly method?: HttpMethod;
  readonly protocol?: HttpProtocol;
  /** Headers beside the usual ones, or in their place; null leaves the usual one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Of the body; more is not read, and no more characters are kept. */
  readonly mostBytes?: number;
}

/** `Enkaku/VERSION (+CONTACT; JOBID)`: who asks, and where to complain. */
export function userAgent({ contact, jobId }: Pick<Order, 'contact' | 'jobId'>): string {
  const comment = (text: string) => text.replace(/[^\x21-\x7e]|[()\\]/g, '').slice(0, 300);
  return `Enkaku/${version} (+${comment(contact)}; ${comment(jobId)})`;
}

export function targetOf({ url }: HttpRequest): string {
  return `${url.pathname}${url.search}`;
}

/** All headers of a request, in the order in which they are sent. */
export function headersOf({ url, headers = {} }: HttpRequest, agent: string): Headers {
  const usual: Headers = [
    ['Host', url.host],
    ['User-Agent', agent],
    ['Accept', 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8'],
    ['Accept-Language', 'ja,en;q=0.8'],
    ['Accept-Encoding', 'identity'],
  ];
  const kept = usual.filter(([name]) => headers[name] === undefined);
  return [...kept.slice(0, 1), ...sentBeside(headers), ...kept.slice(1)];
}

/** What differs from the usual headers. */
export function sentBeside(headers: HttpRequest['headers'] = {}): Headers {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [[token(name), value.replaceAll(/[^\x20-\x7e]/g, '')] as const],
  );
}

/** One request as HTTP/1 writes it; the connection ends with it. */
export function buildRequest(request: HttpRequest, agent: string): string {
  const { method = 'GET', protocol = 'HTTP/1.1' } = request;
  return [
    `${method} ${targetOf(request)} ${protocol}`,
    ...headersOf(request, agent).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
    '\r\n',
  ].join('\r\n');
}

function token(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9-]/g, '');
}
