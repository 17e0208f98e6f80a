import type { Database } from '@enkaku/shared/db/database.ts';
import type { Kysely } from 'kysely';
import type { RunningReservation, Viewer } from '../http/env.ts';
import { bookers, centreStaff } from './rule.ts';

const maxShown = 20;

/** The diagnoses under way that a viewer may stop: those of the own organisations, for the centre all of them. */
export async function stoppableReservations(
  db: Kysely<Database>,
  viewer: Viewer | undefined,
): Promise<readonly RunningReservation[]> {
  if (viewer === undefined || viewer.secondFactor === 'missing') return [];
  const everywhere = viewer.memberships.some((one) => centreStaff.includes(one.role));
  const own = viewer.memberships.filter((one) => bookers.includes(one.role)).map((one) => one.organisationId);
  if (!everywhere && own.length === 0) return [];
  return await db
    .selectFrom('reservation')
    .innerJoin('organisation', 'organisation.id', 'reservation.organisationId')
    .select(['reservation.id', 'reservation.organisationId', 'organisation.name as organisationName'])
    .where('reservation.state', '=', 'running')
    .$if(!everywhere, (query) => query.where('reservation.organisationId', 'in', own))
    .orderBy('reservation.opensAt')
    .limit(maxShown)
    .execute();
}
