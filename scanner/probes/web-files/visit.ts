import { randomBytes } from 'node:crypto';
import { type Observed, unknown } from '@enkaku/shared/model/observed.ts';
import type { Fetcher } from '../wire/http/fetcher.ts';
import { portOf } from '../wire/http/origin.ts';
import { mayFollow, redirectTarget } from '../wire/http/redirect.ts';
import type { ParsedResponse } from '../wire/http/response-parser.ts';
import { described } from './answer.ts';
import { type Ask, asksFor, beginningBytes } from './asks.ts';
import { bodyOf, type FileExchange, isHtml, isServed } from './exchange.ts';
import { linkedFolders } from './linked-folders.ts';
import { scriptsOf } from './scripts.ts';
import { signsOf } from './signs.ts';

const maxRedirects = 3;
const maxFolders = 3;
const maxScripts = 5;
const maxScriptUrls = 64;
/** Folders and endings for which random names are asked. */
const maxControlled = 14;

/** One look at one name of one port: the front page decides what is asked, and what is there decides the controls. */
export class Visit {
  readonly exchanges: FileExchange[] = [];
  scripts: readonly string[] = [];
  readonly #fetcher: Fetcher;
  readonly #origin: URL;
  readonly #controlled = new Set<string>();

  constructor(fetcher: Fetcher, origin: URL) {
    this.#fetcher = fetcher;
    this.#origin = origin;
  }

  async run(): Promise<void> {
    const front = await this.#front();
    await this.#controls('/', 'page');
    if (this.exchanges.every(isRedirect)) return;
    const { own, usual } = asksFor(signsOf(this.exchanges), this.#origin.hostname);
    const walled = this.exchanges.every(isWall);
    for (const ask of own) await this.#look(ask);
    for (const ask of usual) {
      if (walled) this.#record(ask, unknown('blocked'));
      else await this.#look(ask);
    }
    await this.#around(front.page, front.url);
  }

  /** The last page of the redirects on this origin. */
  async #front(): Promise<{ page: FileExchange; url: URL }> {
    let url = this.#origin;
    let shown = await this.#ask(page('root'), url);
    for (let followed = 0; followed < maxRedirects; followed++) {
      const target = redirectTarget(shown, url);
      if (target?.origin !== url.origin || !mayFollow(target, url, new Set([portOf(url)]))) break;
      shown = await this.#ask(page('redirected'), target);
      url = target;
    }
    return { page: shown, url };
  }

  /** The folders and scripts that the front page names, on this origin alone. */
  async #around(shown: FileExchange, url: URL): Promise<void> {
    const html = bodyOf(shown);
    for (const path of linkedFolders(html, url, maxFolders)) {
      await this.#look({ purpose: 'directory', path, take: 'page', controls: 'if-served' });
    }
    const scripts = scriptsOf(html, url, maxScriptUrls);
    this.scripts = scripts.map(({ href }) => href);
    const own = scripts.filter(({ origin }) => origin === this.#origin.origin).slice(0, maxScripts);
    for (const script of own) await this.#ask(page('script'), script);
  }

  async #look(ask: Ask): Promise<void> {
    const exchange = await this.#ask(ask, this.#at(ask.path));
    if (ask.purpose === 'git-head' && /^(?:ref: refs\/|[0-9a-f]{40}\s*$)/.test(bodyOf(exchange))) {
      await this.#ask({ ...ask, purpose: 'git-config' }, this.#at('/.git/config'));
    }
    const wanted = ask.controls === 'if-served' || (ask.controls === 'unless-html' && !isHtml(exchange));
    if (wanted && isServed(exchange)) await this.#controls(ask.path, ask.take);
  }

  /** Two random names with the folder and the ending of a path, asked for in the same way. */
  async #controls(path: string, take: Ask['take']): Promise<void> {
    const [, folder = '/', ending = ''] = /^([^?]*\/)[^/?]*?(\.[^./?]*)?(?:\?.*)?$/.exec(path) ?? [];
    const kind = `${folder}*${ending}`;
    if (this.#controlled.has(kind) || this.#controlled.size === maxControlled) return;
    this.#controlled.add(kind);
    for (let count = 0; count < 2; count++) {
      const url = this.#at(`${folder}${randomBytes(8).toString('hex')}${ending}`);
      await this.#ask({ purpose: 'control', take }, url);
    }
  }

  async #ask({ purpose, take }: Pick<Ask, 'purpose' | 'take'>, url: URL): Promise<FileExchange> {
    let raw: ParsedResponse | undefined;
    const partly = take !== 'page' && {
      headers: { Range: `bytes=0-${beginningBytes - 1}` },
      mostBytes: beginningBytes,
    };
    const exchange = await this.#fetcher.ask(purpose, { url, ...partly }, (answer) => {
      raw = answer;
    });
    const seen = described(exchange, raw, take);
    this.exchanges.push(seen);
    return seen;
  }

  #record({ purpose, path }: Ask, response: Observed<never>): void {
    const url = this.#at(path).href;
    this.exchanges.push({ purpose, method: 'GET', protocol: 'HTTP/1.1', url, sent: [], response });
  }

  /** Not resolved: `//other.example/` would be another host. */
  #at(path: string): URL {
    const url = new URL(this.#origin);
    const query = path.indexOf('?');
    url.pathname = query < 0 ? path : path.slice(0, query);
    url.search = query < 0 ? '' : path.slice(query);
    return url;
  }
}

const page = (purpose: FileExchange['purpose']) => ({ purpose, take: 'page' as const });

function isRedirect({ response }: FileExchange): boolean {
  return response.outcome === 'yes' && [301, 302, 303, 307, 308].includes(response.value.status);
}

/** Refused or asked for a password before anything is looked up; a product that does so has its door elsewhere. */
function isWall({ response }: FileExchange): boolean {
  return response.outcome === 'yes' && [401, 403].includes(response.value.status);
}
