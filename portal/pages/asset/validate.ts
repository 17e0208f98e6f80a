import type { AssetRow } from '@enkaku/shared/db/asset.ts';
import { type Address, expandCidr, parseAddress, parseCidr } from '@enkaku/shared/model/address.ts';
import { parseHostName } from '@enkaku/shared/model/host-name.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import { refusedAddress } from '../../proof/allowed-address.ts';
import { maxRangeAddresses } from '../../proof/pin-addresses.ts';
import { assetText as text } from './text.ts';

export type ParsedAsset =
  | { readonly outcome: 'asset'; readonly kind: AssetRow['kind']; readonly value: string }
  | { readonly outcome: 'wrong'; readonly field: 'kind' | 'value'; readonly error: Text };

const wrong = (error: Text, field: 'kind' | 'value' = 'value') =>
  ({ outcome: 'wrong', field, error }) as const;

/** What a person typed, as the canonical value of an asset. Full-width characters are accepted. */
export function parseAsset(kind: string, typed: string, network: 'internet' | 'lab'): ParsedAsset {
  const value = typed.normalize('NFKC').trim();
  switch (kind) {
    case 'address': {
      const address = parseAddress(value);
      return address === undefined ? wrong(text.addressWrong) : checked(kind, address, [address], network);
    }
    case 'range':
      return parseRange(value, network);
    case 'name':
    case 'domain': {
      const name = parseHostName(value);
      return name === undefined ? wrong(text.nameWrong) : { outcome: 'asset', kind, value: name };
    }
    default:
      return wrong(text.kindMissing, 'kind');
  }
}

function parseRange(value: string, network: 'internet' | 'lab'): ParsedAsset {
  const cidr = parseCidr(value);
  if (cidr === undefined) return wrong(text.rangeWrong);
  const [first, prefix] = cidr;
  try {
    return checked('range', `${first}/${prefix}`, expandCidr(first, prefix, maxRangeAddresses), network);
  } catch {
    return wrong(text.rangeLarge);
  }
}

function checked(
  kind: AssetRow['kind'],
  value: string,
  addresses: readonly Address[],
  network: 'internet' | 'lab',
): ParsedAsset {
  const refusal = addresses
    .map((address) => refusedAddress(address, network))
    .find((one) => one !== undefined);
  return refusal === undefined ? { outcome: 'asset', kind, value } : wrong(refusal);
}
