import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { HostView, Probe } from '../probe.ts';
import { Fetcher, type FetchTimes } from '../wire/http/fetcher.ts';
import { mayFollow, redirectTarget } from '../wire/http/redirect.ts';
import { openTcpPorts, placesFor, portAt, schemeOf } from '../wire/services.ts';
import type { Exchange, Purpose } from './exchange.ts';
import { linkedFolders } from './linked-folders.ts';
import { redact } from './redact.ts';

type Data = EvidenceData['http-response'];

const maxRedirects = 5;
const maxFolders = 2;

/** GETs of a few well-known paths, one after the other at the order's pace; the names of the paths are all we try. */
export function createHttpResponseProbe(times: FetchTimes): Probe<'http-response'> {
  return {
    kind: 'http-response',
    lane: 'web',
    worstCaseMs: 300_000,
    places: (host) => placesFor(host, (port) => schemeOf(port) !== undefined),
    async gather(endpoint, guard, host) {
      const port = portAt(host, endpoint.port);
      const scheme = (port && schemeOf(port)) ?? 'http';
      const origin = originOf(scheme, endpoint);
      const visit = new Visit(new Fetcher(guard, endpoint, times), origin, openPortsOf(host, endpoint));
      return { scheme, host: endpoint.name ?? endpoint.host, exchanges: await visit.run() };
    },
  };
}

export const httpResponseProbe = createHttpResponseProbe({
  waitMs: 8000,
  responseMs: 15_000,
  visitMs: 220_000,
});

class Visit {
  readonly #fetcher: Fetcher;
  readonly #origin: URL;
  readonly #openPorts: ReadonlySet<number>;
  readonly #exchanges: Exchange[] = [];

  constructor(fetcher: Fetcher, origin: URL, openPorts: ReadonlySet<number>) {
    this.#fetcher = fetcher;
    this.#origin = origin;
    this.#openPorts = openPorts;
  }

  async run(): Promise<Data['exchanges']> {
    const { page, url } = await this.#root();
    await this.#get('missing-page', `/${randomUUID()}`);
    await this.#get('security-txt', '/.well-known/security.txt');
    const head = await this.#get('git-head', '/.git/HEAD');
    if (looksLikeGitHead(head)) await this.#get('git-config', '/.git/config');
    await this.#get('env', '/.env');
    await this.#get('server-status', '/server-status');
    await this.#get('phpinfo', '/phpinfo.php');
    const folders = url.origin === this.#origin.origin ? linkedFolders(bodyOf(page), url, maxFolders) : [];
    for (const folder of folders) await this.#get('directory', folder);
    return this.#exchanges;
  }

  /** @returns the last page of the redirects that may be followed */
  async #root(): Promise<{ page: Exchange; url: URL }> {
    let url = this.#origin;
    let page = this.#record(await this.#fetcher.ask('root', { url }));
    for (let followed = 0; followed < maxRedirects; followed++) {
      const target = redirectTarget(page, url);
      if (target === undefined || !mayFollow(target, url, this.#openPorts)) break;
      page = this.#record(await this.#fetcher.ask('redirected', { url: target }));
      url = target;
    }
    return { page, url };
  }

  async #get(purpose: Purpose, path: string): Promise<Exchange> {
    // Not resolved: `//other.example/` would be another host.
    const url = new URL(this.#origin);
    url.pathname = path;
    return this.#record(await this.#fetcher.ask(purpose, { url }));
  }

  #record(exchange: Exchange): Exchange {
    this.#exchanges.push(redact(exchange));
    return exchange;
  }
}

function looksLikeGitHead(exchange: Exchange): boolean {
  return /^(?:ref: refs\/|[0-9a-f]{40}\s*$)/.test(bodyOf(exchange));
}

function bodyOf({ response }: Exchange): string {
  return response.outcome === 'yes' ? response.value.body : '';
}

function originOf(scheme: 'http' | 'https', { name, host, port }: Endpoint): URL {
  const authority = name ?? (host.includes(':') ? `[${host}]` : host);
  return new URL(`${scheme}://${authority}:${port}/`);
}

/** A redirect may lead to these, and to the port where it began. */
function openPortsOf(host: HostView, { port }: Endpoint): ReadonlySet<number> {
  return new Set([...openTcpPorts(host).map((open) => open.port), ...(port === null ? [] : [port])]);
}
