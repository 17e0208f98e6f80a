import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { type InvitationRow, putMembership, useInvitation } from '@enkaku/shared/db/membership.ts';
import { newToken } from '@enkaku/shared/db/token.ts';
import { hashPassword } from '../../auth/password.ts';
import type { Context } from '../../context.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Uses the invitation up, makes the account and its membership: all of it or nothing. False when it was used already. */
export async function acceptWithNewAccount(
  context: Context,
  tokenHash: string,
  account: NewAccount,
): Promise<boolean> {
  const now = context.now();
  const password = await hashPassword(account.password);
  const userId = newToken();
  const stamps = { createdAt: now, updatedAt: now };
  return await context.store.db.transaction().execute(async (trx) => {
    const invitation = await useInvitation(trx, tokenHash, now);
    if (invitation === undefined) return false;
    // 0 is what both engines understand as false.
    const flags = { emailVerified: 0, twoFactorEnabled: 0 };
    await trx
      .insertInto('authUser')
      .values({ id: userId, name: account.name, email: account.email, image: null, ...flags, ...stamps })
      .execute();
    await trx
      .insertInto('authAccount')
      .values({
        id: newToken(),
        userId,
        accountId: userId,
        providerId: 'credential',
        password,
        ...noTokens,
        ...stamps,
      })
      .execute();
    await join(context, trx, invitation, userId);
    return true;
  });
}

/** The same for somebody who has an account. */
export async function acceptWithAccount(
  context: Context,
  tokenHash: string,
  userId: string,
): Promise<boolean> {
  return await context.store.db.transaction().execute(async (trx) => {
    const invitation = await useInvitation(trx, tokenHash, context.now());
    if (invitation === undefined) return false;
    await join(context, trx, invitation, userId);
    return true;
  });
}

async function join(
  context: Context,
  db: Context['store']['db'],
  invitation: InvitationRow,
  userId: string,
): Promise<void> {
  const { organisationId, role } = invitation;
  const now = context.now();
  await putMembership(db, { userId, organisationId, role, createdAt: now });
  await appendAudit(db, context.store.engine, {
    at: now,
    actor: userId,
    action: 'invitation.accepted',
    subject: organisationId,
    detail: { role },
  });
}

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
};
