import { parseAddress, specialPurpose } from '../../model/address.ts';
import { plain } from './reverse.ts';

/** Top levels that are never delegated or reserved for use at home (RFC 2606, 6761, 6762, 8375; ICANN for internal), and those that networks took. */
const internalTops: ReadonlySet<string> = new Set([
  'local',
  'localhost',
  'localdomain',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
]);

/** A name that no one on the Internet can resolve: `localhost`, `srv01.city.local`, `[10.1.2.3]`. */
export function isInternalName(word: string): boolean {
  const name = plain(word);
  const address = parseAddress(name.replace(/^\[(?:ipv6:)?(.*)\]$/, '$1'));
  if (address !== undefined) {
    return ['private', 'loopback', 'linkLocal', 'uniqueLocal'].includes(specialPurpose(address) ?? '');
  }
  const [top = '', ...others] = name.split('.').reverse();
  if (name === 'localhost' || name.endsWith('.home.arpa')) return true;
  return others.length > 0 && internalTops.has(top);
}
