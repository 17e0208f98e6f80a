import type { Database } from '@enkaku/shared/db/database.ts';
import type { OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import { insertMail } from '@enkaku/shared/db/outbox.ts';
import { renderMail } from '@enkaku/shared/mail/render.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import { senderOf } from './sender.ts';

export interface Invited {
  readonly organisation: OrganisationRow;
  readonly email: string;
  readonly link: string;
  readonly expiresAt: Instant;
  /** Names the invitation without giving its link away. */
  readonly tokenHash: string;
}

/** The mail that carries a one-time link. Its name is not known yet, so the address stands for it. */
export async function insertInvitationMail(
  config: Config,
  db: Kysely<Database>,
  invited: Invited,
  now: Instant,
): Promise<void> {
  const { organisation, email, link, expiresAt, tokenHash } = invited;
  const recipient = { name: email, address: email, organisation: organisation.name };
  const data = { sender: senderOf(config), recipient, link, expiresAt };
  await insertMail(
    db,
    {
      kind: 'invitation',
      dedupeKey: `invitation:${tokenHash}`,
      organisationId: organisation.id,
      reservationId: null,
      to: { name: email, address: email },
      locale: organisation.locale,
      content: await renderMail('invitation', data, organisation.locale),
      messageIdHost: config.url.hostname,
    },
    now,
  );
}
