import { Resolver } from 'node:dns/promises';
import { type Address, parseAddress } from '@enkaku/shared/model/address.ts';
import type { HostName } from '@enkaku/shared/model/host-name.ts';

const timeoutMs = 3000;
const maxAnswers = 32;
/** RFC 1035 §2.3.4 limits a name, nothing limits a TXT record: this does. */
const maxTxtLength = 512;

/** What the proofs ask the domain name system. An empty list is an answer; undefined means that none came. */
export interface Names {
  addresses(name: HostName): Promise<readonly Address[] | undefined>;
  texts(name: string): Promise<readonly string[] | undefined>;
}

/** @param server `ADDRESS[:PORT]`; null: the resolvers of this machine */
export function openNames(server: string | null): Names {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (server !== null) resolver.setServers([server]);
  return {
    async addresses(name) {
      const answers = await Promise.all([orNone(resolver.resolve4(name)), orNone(resolver.resolve6(name))]);
      const known = answers.filter((answer) => answer !== undefined);
      if (known.length === 0) return undefined;
      const parsed = known.flat().map((text) => parseAddress(text));
      return parsed.filter((address) => address !== undefined).slice(0, maxAnswers);
    },
    async texts(name) {
      const records = await orNone(resolver.resolveTxt(name));
      return records?.slice(0, maxAnswers).map((chunks) => chunks.join('').slice(0, maxTxtLength));
    },
  };
}

/** "There is no such record" is an answer; a timeout or a refusal is none. */
async function orNone<T>(asked: Promise<T[]>): Promise<T[] | undefined> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : undefined;
  }
}
