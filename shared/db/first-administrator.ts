import type { Kysely } from 'kysely';
import { addMs, type Instant } from '../model/instant.ts';
import type { Database } from './database.ts';
import { insertInvitation } from './membership.ts';
import { newId } from './new-id.ts';
import { insertOrganisation } from './organisation.ts';
import { hashToken, newToken } from './token.ts';

const validMs = 24 * 3_600_000;

/**
 * A one-time token for `/invitation/TOKEN` where nobody has an account yet, undefined once somebody has.
 * Makes the centre's own organisation where it is missing; older tokens stay valid until they are used or expire.
 */
export async function inviteFirstAdministrator(
  db: Kysely<Database>,
  now: Instant,
): Promise<string | undefined> {
  return await db.transaction().execute(async (trx) => {
    if ((await trx.selectFrom('authUser').select('id').limit(1).executeTakeFirst()) !== undefined) return;
    const organisationId = await theCentre(trx, now);
    const token = newToken();
    await insertInvitation(trx, {
      tokenHash: hashToken(token),
      organisationId,
      role: 'operator',
      email: null,
      createdAt: now,
      expiresAt: addMs(now, validMs),
      usedAt: null,
    });
    return token;
  });
}

async function theCentre(db: Kysely<Database>, now: Instant) {
  const known = await db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'centre')
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const id = newId('org');
  await insertOrganisation(db, {
    id,
    name: '遠隔診断センター',
    kind: 'centre',
    municipalityCode: null,
    parentId: null,
    mailDetail: 'summary',
    locale: 'ja',
    createdAt: now,
  });
  return id;
}
