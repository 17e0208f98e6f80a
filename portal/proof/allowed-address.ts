import { type Address, specialPurpose } from '@enkaku/shared/model/address.ts';
import type { Text } from '@enkaku/shared/model/text.ts';

/** Why an address may not be diagnosed here, or undefined: the Internet knows no special-purpose ones, the lab no others. */
export function refusedAddress(address: Address, network: 'internet' | 'lab'): Text | undefined {
  const special = specialPurpose(address);
  if (network === 'internet' && special !== undefined) {
    return {
      ja: `${address} は特殊な用途に予約されたアドレス（RFC 6890）のため、診断できません。インターネットに公開しているアドレスを入力してください。`,
      en: `${address} is a special-purpose address (RFC 6890) and cannot be diagnosed. Please enter one that faces the Internet.`,
    };
  }
  if (network === 'lab' && special === undefined) {
    return {
      ja: `ここは検証環境のため、インターネット上のアドレス ${address} は診断できません。`,
      en: `This is a lab: the Internet address ${address} cannot be diagnosed here.`,
    };
  }
  return undefined;
}
