import { type Feed, type FeedFile, InvalidFeedError } from '../feed.ts';
import type { KeyOrigin, KnownKeys } from './known-keys.ts';

const checksum = /^[0-9a-f]{20}$/;

/** The lists of openssl-vulnkey, one file a key length: Debian's package openssl-blacklist, and others of its format. */
export const knownKeysFeed: Feed<KnownKeys> = {
  title: 'openssl-vulnkey',
  // Debian has withdrawn the package, and no publisher keeps the lists at an address of their own.
  addresses: [],
  recognises: ({ text }) => {
    const start = text.slice(0, 8192);
    return start.startsWith('#') && start.includes('openssl rsa -noout -modulus');
  },
  parse(files) {
    const found = { debian: new Set<string>(), published: new Set<string>() };
    for (const file of files) for (const sum of checksumsIn(file)) found[originOf(file)].add(sum);
    const entries = found.debian.size + found.published.size;
    if (entries === 0) throw new InvalidFeedError('no list of openssl-vulnkey holds a checksum');
    const given = (origin: KeyOrigin) => (found[origin].size > 0 ? found[origin] : null);
    return {
      version: `${files.length} files`,
      entries,
      value: { debian: given('debian'), published: given('published') },
    };
  },
};

/** @throws InvalidFeedError */
function checksumsIn({ name, text }: FeedFile): readonly string[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = lines.find((line) => !checksum.test(line));
  if (wrong !== undefined) throw new InvalidFeedError(`${name}: ${wrong.slice(0, 40)} is no checksum`);
  return lines;
}

function originOf({ text }: FeedFile): KeyOrigin {
  return /known-compromised/i.test(text.slice(0, 8192)) ? 'published' : 'debian';
}
