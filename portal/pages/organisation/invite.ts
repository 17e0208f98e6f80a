import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { insertInvitation } from '@enkaku/shared/db/membership.ts';
import type { OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import { insertMail } from '@enkaku/shared/db/outbox.ts';
import type { Role } from '@enkaku/shared/db/tables/membership.ts';
import { hashToken, newToken } from '@enkaku/shared/db/token.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import type { Context } from '../../context.ts';
import type { Viewer } from '../../http/env.ts';
import { invitationMail } from '../../mail/invitation.ts';

const validMs = 7 * 24 * 3_600_000;

/** Makes the one-time link and the mail that carries it. Only the link's hash is kept beside it. */
export async function invite(
  context: Context,
  invitation: {
    readonly organisation: OrganisationRow;
    readonly role: Role;
    readonly email: string;
    readonly by: Viewer;
  },
): Promise<string> {
  const { organisation, role, email, by } = invitation;
  const token = newToken();
  const tokenHash = hashToken(token);
  const link = new URL(`/invitation/${token}`, context.config.url).href;
  const at = context.now();
  const expiresAt = addMs(at, validMs);
  const mail = invitationMail(context.config, { organisation, email, link, expiresAt, tokenHash });
  await context.store.db.transaction().execute(async (trx) => {
    await insertInvitation(trx, {
      tokenHash,
      organisationId: organisation.id,
      role,
      email,
      createdAt: at,
      expiresAt,
      usedAt: null,
    });
    await insertMail(trx, mail, at);
    await appendAudit(trx, context.store.engine, {
      at,
      actor: by.id,
      action: 'invitation.sent',
      subject: organisation.id,
      detail: { email, role },
    });
  });
  return link;
}
