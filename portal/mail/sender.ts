import type { Sender } from '@enkaku/shared/mail/data.ts';
import type { Config } from '../config.ts';

/** Who signs the portal's mails. */
export function senderOf(config: Config): Sender {
  const { name, address } = config.sender;
  return {
    name,
    address,
    contact: config.contact === '' ? address : config.contact,
    portalUrl: config.url.origin,
  };
}
