import type { AssetRow } from '@enkaku/shared/db/asset.ts';
import { txtName, txtValue } from './challenge.ts';
import { failed, type ProofOutcome } from './outcome.ts';
import { pinAddresses } from './pin-addresses.ts';
import type { Names } from './resolve.ts';

/** Looks for the token in the TXT record of a name or a domain. */
export async function checkTxt(
  asset: Pick<AssetRow, 'kind' | 'value'>,
  token: string,
  network: 'internet' | 'lab',
  names: Names,
): Promise<ProofOutcome> {
  const place = txtName(asset.value);
  const texts = await names.texts(place);
  if (texts === undefined) {
    return failed(
      `${place} を問い合わせましたが、DNS の応答がありませんでした。時間をおいてお試しください。`,
      `DNS gave no answer for ${place}. Please try again later.`,
    );
  }
  if (texts.length === 0) {
    return failed(
      `${place} に TXT レコードがまだ見えません。登録した直後は、反映まで時間がかかることがあります。`,
      `There is no TXT record at ${place} yet. A new record may take a while to be seen.`,
    );
  }
  if (!texts.some((text) => text.trim() === txtValue(token))) {
    return failed(
      `${place} の TXT レコードはありますが、値が違います。上に示した値をそのまま登録してください。`,
      `There is a TXT record at ${place}, but with another value. Please publish exactly the one shown above.`,
    );
  }
  const addresses = await pinAddresses(asset, network, names);
  if (!Array.isArray(addresses)) return addresses as ProofOutcome;
  return { outcome: 'proven', addresses, evidence: `${place} TXT "${txtValue(token)}"` };
}
