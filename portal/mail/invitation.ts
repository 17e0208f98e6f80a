import type { OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import type { NewMail } from '@enkaku/shared/db/outbox.ts';
import { composeMail } from '@enkaku/shared/mail/compose.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Config } from '../config.ts';
import { senderOf } from './sender.ts';

export interface Invited {
  readonly organisation: Pick<OrganisationRow, 'id' | 'name' | 'locale'>;
  readonly email: string;
  readonly link: string;
  readonly expiresAt: Instant;
  /** Names the invitation without giving its link away. */
  readonly tokenHash: string;
}

/** The mail that carries a one-time link. Its reader's name is not known yet, so the address stands for it. */
export function invitationMail(config: Config, invited: Invited): NewMail {
  const { organisation, email, link, expiresAt, tokenHash } = invited;
  const recipient = { name: email, address: email, organisation: organisation.name };
  const data = { sender: senderOf(config), recipient, link, expiresAt };
  return {
    kind: 'invitation',
    dedupeKey: `invitation:${tokenHash}`,
    organisationId: organisation.id,
    reservationId: null,
    to: { name: email, address: email },
    locale: organisation.locale,
    content: composeMail('invitation', data, organisation.locale),
    messageIdHost: config.url.hostname,
  };
}
