import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool } from 'kysely';
import type { OrganisationId, StopId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import type { Database } from './database.ts';
import { newId } from './new-id.ts';
import type { StopTable } from './tables/stop.ts';

export type StopRow = Selectable<StopTable>;

/** What a stop reaches. */
export type StopScope =
  | { readonly scope: 'everything' }
  | { readonly scope: 'organisation'; readonly organisationId: OrganisationId }
  | { readonly scope: 'host'; readonly host: string };

/**
 * Ends what runs in the scope, within 200 ms at the nodes, and keeps all else in it from starting. Reservations in it
 * end for good; of a host, only its own jobs do. Call it inside the transaction of its audit line.
 */
export async function placeStop(
  db: Kysely<Database>,
  target: StopScope,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Instant },
): Promise<StopId> {
  const id = newId('stp');
  const row = { id, scope: target.scope, subject: subjectOf(target), reason };
  await db
    .insertInto('stop')
    .values({ ...row, placedBy: by, placedAt: at, liftedBy: null, liftedAt: null })
    .execute();
  if (target.scope === 'host') return id;
  await db
    .updateTable('reservation')
    .set({ state: 'stopped', stoppedAt: at, stoppedBy: by })
    .where('state', '=', 'running')
    .$if(target.scope === 'organisation', (query) =>
      query.where('organisationId', '=', subjectOf(target) as OrganisationId),
    )
    .execute();
  return id;
}

/** False when it had been lifted before. */
export async function liftStop(
  db: Kysely<Database>,
  id: StopId,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const result = await db
    .updateTable('stop')
    .set({ liftedBy: by, liftedAt: at })
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Those in force, the newest first. */
export async function listStops(db: Kysely<Database>): Promise<readonly StopRow[]> {
  return await db
    .selectFrom('stop')
    .selectAll()
    .where('liftedAt', 'is', null)
    .orderBy('placedAt', 'desc')
    .orderBy('id')
    .execute();
}

/** The stop in force over an organisation, or over one host of it. */
export async function findStop(
  db: Kysely<Database>,
  { organisationId, host }: { readonly organisationId: OrganisationId; readonly host?: string },
): Promise<StopRow | undefined> {
  return await db
    .selectFrom('stop')
    .selectAll()
    .where('liftedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('scope', '=', 'everything'),
        eb.and([eb('scope', '=', 'organisation'), eb('subject', '=', organisationId)]),
        ...(host === undefined ? [] : [eb.and([eb('scope', '=', 'host'), eb('subject', '=', host)])]),
      ]),
    )
    .orderBy('placedAt')
    .limit(1)
    .executeTakeFirst();
}

/** In a query over `job`: a stop is in force over it. */
export function isStopped({ exists, selectFrom }: ExpressionBuilder<Database, 'job'>): Expression<SqlBool> {
  return exists(
    selectFrom('stop')
      .select('stop.id')
      .where('stop.liftedAt', 'is', null)
      .where((eb) =>
        eb.or([
          eb('stop.scope', '=', 'everything'),
          eb.and([
            eb('stop.scope', '=', 'organisation'),
            eb('stop.subject', '=', eb.ref('job.organisationId')),
          ]),
          eb.and([eb('stop.scope', '=', 'host'), eb('stop.subject', '=', eb.ref('job.host'))]),
        ]),
      ),
  );
}

function subjectOf(target: StopScope): string {
  switch (target.scope) {
    case 'everything':
      return '';
    case 'organisation':
      return target.organisationId;
    case 'host':
      return target.host;
  }
}
