import type { Observed } from '@enkaku/shared/model/observed.ts';
import type { CipherSuite } from '../wire/tls/cipher-suites.ts';
import { type HelloOffer, maxSuites } from '../wire/tls/client-hello.ts';
import type { TlsVersion } from '../wire/tls/versions.ts';
import type { HelloClient } from './hello-client.ts';
import { observeSuites, type Seen } from './observe.ts';

/**
 * What one version takes, learned by elimination: each hello offers what is still undecided, the server picks one,
 * until it refuses the rest. So a list of n costs n + 1 hellos, and a refusal of a hundred costs one.
 */
export class SuiteLedger {
  readonly version: TlsVersion;
  readonly #client: HelloClient;
  readonly #asking: Pick<HelloOffer, 'sni' | 'alpn'>;
  readonly #accepted = new Map<string, Seen>();
  readonly #refused = new Set<string>();

  constructor(client: HelloClient, version: TlsVersion, asking: Pick<HelloOffer, 'sni' | 'alpn'>) {
    this.#client = client;
    this.version = version;
    this.#asking = asking;
  }

  /** In the order in which they were found. */
  get accepted(): ReadonlyMap<string, Seen> {
    return this.#accepted;
  }

  undecided(suites: readonly CipherSuite[]): readonly CipherSuite[] {
    return suites.filter(({ code }) => !this.#accepted.has(code) && !this.#refused.has(code));
  }

  offer(suites: readonly CipherSuite[]): Seen['offer'] {
    return { ...this.#asking, version: this.version, suites };
  }

  /** Counts an answer that was got elsewhere. A lower version or a suite that was not offered decides nothing. */
  note(seen: Seen): void {
    const { offer, answer, observed } = seen;
    if (answer.kind === 'refused') for (const { code } of offer.suites) this.#refused.add(code);
    if (observed.outcome === 'yes' && observed.value.version === this.version) {
      this.#accepted.set(observed.value.cipher, seen);
    }
  }

  /** One hello with the first of these that are undecided. */
  async ask(suites: readonly CipherSuite[]): Promise<Seen> {
    const offer = this.offer(suites.slice(0, maxSuites));
    const answer = await this.#client.ask(offer);
    const seen = { offer, answer, observed: observeSuites(answer, offer), epochMs: Date.now() };
    this.note(seen);
    return seen;
  }

  /**
   * Until everything is decided; or what the server did instead of deciding. In two halves at once, dealt like cards,
   * so that what is taken does not gather in one of them.
   */
  async decideAll(suites: readonly CipherSuite[]): Promise<Observed<unknown> | 'decided'> {
    const left = this.undecided(suites);
    const halves = [0, 1].map((half) => left.filter((_, index) => index % 2 === half));
    const ends = await Promise.all(halves.map((half) => this.#walk(half)));
    return ends.find((end) => end !== 'decided') ?? 'decided';
  }

  async #walk(suites: readonly CipherSuite[]): Promise<Observed<unknown> | 'decided'> {
    for (let left = this.undecided(suites); left.length > 0; left = this.undecided(suites)) {
      const { observed } = await this.ask(left);
      if (this.undecided(left).length === left.length) return observed;
    }
    return 'decided';
  }
}
