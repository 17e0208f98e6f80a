import { type Address, expandCidr, parseAddress, parseCidr } from './address.ts';

/** 診断対象 as far as its reach goes. `pinned`: what the name stood for when it was proven. */
export interface ScopedAsset {
  readonly kind: 'address' | 'range' | 'name' | 'domain';
  readonly value: string;
  readonly pinned: readonly string[];
}

/** The most addresses of one range, and of one reservation. */
export const mostAddresses = 1024;

/**
 * Every address that a diagnosis of this asset may touch. A domain has none: it is asked about at the resolver.
 * @throws RangeError for a range of more than `mostAddresses`
 */
export function addressesOf(asset: ScopedAsset): readonly Address[] {
  switch (asset.kind) {
    case 'domain':
      return [];
    case 'name':
      return [...new Set(asset.pinned.flatMap((text) => parseAddress(text) ?? []))];
    case 'address':
    case 'range': {
      const single = parseAddress(asset.value);
      if (single !== undefined) return [single];
      const cidr = parseCidr(asset.value);
      return cidr === undefined ? [] : expandCidr(...cidr, mostAddresses);
    }
  }
}
