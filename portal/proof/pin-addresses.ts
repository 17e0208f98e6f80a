import type { AssetRow } from '@enkaku/shared/db/asset.ts';
import { type Address, expandCidr, parseAddress, parseCidr } from '@enkaku/shared/model/address.ts';
import { parseHostName } from '@enkaku/shared/model/host-name.ts';
import { refusedAddress } from './allowed-address.ts';
import { failed, type ProofOutcome } from './outcome.ts';
import type { Names } from './resolve.ts';

export const maxRangeAddresses = 256;

/** The addresses an asset stands for now. A domain stands for none: it is looked at through the resolver. */
export async function pinAddresses(
  asset: Pick<AssetRow, 'kind' | 'value'>,
  network: 'internet' | 'lab',
  names: Names,
): Promise<readonly Address[] | Extract<ProofOutcome, { outcome: 'failed' }>> {
  const addresses = await addressesOf(asset, names);
  if (!Array.isArray(addresses)) return addresses as Extract<ProofOutcome, { outcome: 'failed' }>;
  for (const address of addresses) {
    const reason = refusedAddress(address, network);
    if (reason !== undefined) return { outcome: 'failed', reason };
  }
  return addresses;
}

async function addressesOf(asset: Pick<AssetRow, 'kind' | 'value'>, names: Names) {
  if (asset.kind === 'domain') return [];
  if (asset.kind === 'address') return [parseAddress(asset.value)].filter((address) => address !== undefined);
  if (asset.kind === 'range') {
    const cidr = parseCidr(asset.value);
    return cidr === undefined ? [] : [...expandCidr(...cidr, maxRangeAddresses)];
  }
  const name = parseHostName(asset.value);
  const found = name === undefined ? [] : await names.addresses(name);
  if (found === undefined) {
    return failed(
      `${asset.value} のアドレスを調べられませんでした（DNS の応答がありません）。時間をおいてお試しください。`,
      `The addresses of ${asset.value} could not be looked up (no answer from DNS). Please try again later.`,
    );
  }
  if (found.length > 0) return [...found];
  return failed(
    `${asset.value} にアドレス（A・AAAA レコード）がありません。名前をご確認ください。`,
    `${asset.value} has no address (A or AAAA record). Please check the name.`,
  );
}
