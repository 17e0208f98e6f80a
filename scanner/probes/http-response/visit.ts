import { randomBytes } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { Fetcher } from '../wire/http/fetcher.ts';
import { mayFollow, redirectTarget } from '../wire/http/redirect.ts';
import type { HttpRequest } from '../wire/http/request.ts';
import { headerOf } from '../wire/http/response-parser.ts';
import type { Exchange, Purpose } from './exchange.ts';
import { foreignLink, loginLink } from './links.ts';

const maxRedirects = 5;
/** What is read for its links and scripts; of all else, the beginning says enough. */
const pages: ReadonlySet<Purpose> = new Set([
  'root',
  'redirected',
  'page-http2',
  'login-page',
  'foreign-link',
]);
const beginning = 8192;

interface Page {
  readonly exchange: Exchange;
  readonly url: URL;
}

/** The questions to one web server under one name, one after the other. */
export class Visit {
  readonly #fetcher: Fetcher;
  readonly #origin: URL;
  readonly #openPorts: ReadonlySet<number>;
  readonly #exchanges: Exchange[] = [];

  /** @param openPorts where a redirect may lead */
  constructor(fetcher: Fetcher, origin: URL, openPorts: ReadonlySet<number>) {
    this.#fetcher = fetcher;
    this.#origin = origin;
    this.#openPorts = openPorts;
  }

  async run(): Promise<EvidenceData['http-response']['exchanges']> {
    const page = await this.#root();
    await this.#paths();
    await this.#server();
    if (page.url.origin === this.#origin.origin) await this.#page(page);
    return this.#exchanges;
  }

  /** Redirects are followed as far as they may be. @returns the last page */
  async #root(): Promise<Page> {
    let url = this.#origin;
    let exchange = await this.#ask('root', { url });
    for (let followed = 0; followed < maxRedirects; followed++) {
      const target = redirectTarget(exchange, url);
      if (target === undefined || !mayFollow(target, url, this.#openPorts)) break;
      url = target;
      exchange = await this.#ask('redirected', { url });
    }
    return { exchange, url };
  }

  async #paths(): Promise<void> {
    await this.#get('missing-page', `/${randomName()}`);
    await this.#get('security-txt', '/.well-known/security.txt');
    await this.#get('robots', '/robots.txt');
  }

  /** What holds for the whole server, whatever page it shows. */
  async #server(): Promise<void> {
    const url = this.#origin;
    await this.#ask('options', { url, method: 'OPTIONS' });
    await this.#ask('trace', { url, method: 'TRACE', headers: { 'X-Enkaku-Control': randomName() } });
    await this.#ask('foreign-host', { url, headers: { Host: foreignName() } });
    await this.#ask('no-host', { url, protocol: 'HTTP/1.0', headers: { Host: null } });
  }

  async #page({ exchange, url }: Page): Promise<void> {
    const html = bodyOf(exchange);
    if (url.protocol === 'https:') await this.#ask('page-http2', { url, protocol: 'HTTP/2' });
    const cors = await this.#ask('cors', { url, headers: { Origin: `https://${foreignName()}` } });
    // A grave fault is looked at twice.
    if (allowsLogin(cors)) await this.#ask('cors', { url, headers: { Origin: `https://${foreignName()}` } });
    await this.#ask('cors-null', { url, headers: { Origin: 'null' } });
    await this.#ask('foreign-link', {
      url: foreignLink(html, url, `https://${foreignName()}/`),
      headers: { 'Accept-Encoding': 'gzip, deflate, br' },
    });
    if (offersNtlm(exchange)) await this.#ask('ntlm', { url, headers: { Authorization: ntlmNegotiate } });
    const login = loginLink(html, url);
    if (login !== undefined) await this.#ask('login-page', { url: login });
  }

  #get(purpose: Purpose, path: string): Promise<Exchange> {
    // Not resolved: `//other.example/` would be another host.
    const url = new URL(this.#origin);
    url.pathname = path;
    return this.#ask(purpose, { url });
  }

  async #ask(purpose: Purpose, request: HttpRequest): Promise<Exchange> {
    const limit = pages.has(purpose) ? {} : { mostBytes: beginning };
    const exchange = await this.#fetcher.ask(purpose, { ...request, ...limit });
    this.#exchanges.push(exchange);
    return exchange;
  }
}

/** [MS-NLMP] §2.2.1.1: what NTLM begins with. It names nobody and asks for the server's challenge. */
const ntlmNegotiate = 'NTLM TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGNFAAAADw==';

function offersNtlm({ response }: Exchange): boolean {
  return (
    response.outcome === 'yes' &&
    response.value.status === 401 &&
    response.value.headers.some(
      ([name, value]) => name.toLowerCase() === 'www-authenticate' && /^\s*(?:ntlm|negotiate)\b/i.test(value),
    )
  );
}

function allowsLogin({ response }: Exchange): boolean {
  if (response.outcome !== 'yes') return false;
  const { value } = response;
  return headerOf(value, 'access-control-allow-credentials')?.trim() === 'true';
}

/** A name that nobody can have thought of. */
function randomName(): string {
  return randomBytes(12).toString('hex');
}

/** RFC 6761 §6.4: nothing below `invalid` exists, so nobody is ever sent there. */
function foreignName(): string {
  return `${randomName()}.invalid`;
}

function bodyOf({ response }: Exchange): string {
  return response.outcome === 'yes' ? response.value.body : '';
}
