import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { JobId, NodeId, OrganisationId, ReservationId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import { LeaseLostError } from '../model/lease.ts';
import { mostOfNeighbourhood, neighbourhoodOf } from '../model/neighbourhood.ts';
import { priorityOf } from '../model/priority.ts';
import type { OrderTarget } from '../protocol/order.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { encodeJson } from './json.ts';
import { newId } from './new-id.ts';
import { isStopped } from './stop.ts';
import type { JobTable } from './tables/job.ts';
import { isUniqueViolation } from './unique-violation.ts';

export type JobRow = Selectable<JobTable>;

/** A job that nobody has begun. */
export function queuedJob(
  planned: Pick<JobRow, 'reservationId' | 'organisationId' | 'host' | 'opensAt' | 'closesAt'> &
    Partial<Pick<JobRow, 'priority' | 'turn'>> & { readonly target: OrderTarget },
): Insertable<JobTable> {
  return {
    priority: priorityOf('booking'),
    turn: 0,
    ...planned,
    neighbourhood: neighbourhoodOf(planned.host),
    lostBy: null,
    id: newId('job'),
    target: encodeJson(planned.target),
    state: 'queued',
    leaseToken: 0,
    leaseNodeId: null,
    leaseExpiresAt: null,
    attempts: 0,
    doing: '',
    doneCount: 0,
    totalCount: 0,
    load: null,
    unprobed: encodeJson([]),
    startedAt: null,
    finishedAt: null,
  };
}

/** How often a job is begun before it counts as failed. */
export const mostAttempts = 3;

export interface Claim {
  readonly nodeId: NodeId;
  readonly now: Instant;
  readonly leaseExpiresAt: Instant;
}

/**
 * Grants the next due job to a node, in one statement; undefined when none is due. The token grows with every grant.
 * First come work whose node fell silent, then by priority, then each organisation in its turn. A host that is being
 * diagnosed, by whatever node and for whatever reservation, is not granted a second time, and of a neighbourhood only
 * `mostOfNeighbourhood` are: the load that a target and its line bear is capped over all nodes.
 */
export async function claimJob(
  db: Kysely<Database>,
  engine: Engine,
  claim: Claim,
): Promise<JobRow | undefined> {
  const due = db
    .selectFrom('job')
    .select('id')
    .where('opensAt', '<=', claim.now)
    .where('closesAt', '>', claim.now)
    .where('attempts', '<', mostAttempts)
    .where((eb) => eb.not(isStopped(eb)))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('reservation')
          .select('reservation.id')
          .whereRef('reservation.id', '=', 'job.reservationId')
          .where('reservation.state', '=', 'running'),
      ),
    )
    .limit(1)
    .$if(engine.skipLocked, (query) => query.forUpdate().skipLocked());
  const abandoned = due
    .where('state', '=', 'leased')
    .where('leaseExpiresAt', '<=', claim.now)
    .orderBy('leaseExpiresAt');
  const waiting = due
    .where('state', '=', 'queued')
    .where('host', 'not in', ({ selectFrom }) =>
      selectFrom('job as other').select('other.host').where('other.state', '=', 'leased'),
    )
    .where('neighbourhood', 'not in', ({ selectFrom, fn }) =>
      selectFrom('job as near')
        .select('near.neighbourhood')
        .where('near.state', '=', 'leased')
        .groupBy('near.neighbourhood')
        .having(fn.countAll(), '>=', mostOfNeighbourhood),
    )
    .orderBy('priority')
    .orderBy('turn')
    .orderBy('opensAt')
    .orderBy('id');
  try {
    return await db
      .updateTable('job')
      .set({
        state: 'leased',
        leaseToken: sql`lease_token + 1`,
        lostBy: sql`case when state = 'leased' then lease_node_id end`,
        leaseNodeId: claim.nodeId,
        leaseExpiresAt: claim.leaseExpiresAt,
        attempts: sql`attempts + 1`,
        startedAt: sql`coalesce(started_at, ${claim.now})`,
      })
      .where('id', '=', ({ fn }) => fn.coalesce(abandoned, waiting))
      .returningAll()
      .executeTakeFirst();
  } catch (error) {
    if (isUniqueViolation(error)) return undefined; // another node began on the same host at this moment
    throw error;
  }
}

export interface Held {
  readonly jobId: JobId;
  readonly token: number;
}

/** Writes to a job that is still held under this token. @throws LeaseLostError */
export async function updateHeldJob(
  db: Kysely<Database>,
  held: Held,
  change: Partial<
    Pick<
      JobRow,
      | 'state'
      | 'opensAt'
      | 'closesAt'
      | 'attempts'
      | 'leaseExpiresAt'
      | 'doing'
      | 'doneCount'
      | 'totalCount'
      | 'load'
      | 'unprobed'
      | 'finishedAt'
    >
  >,
): Promise<void> {
  const result = await db
    .updateTable('job')
    .set(change)
    .where('id', '=', held.jobId)
    .where('state', '=', 'leased')
    .where('leaseToken', '=', held.token)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new LeaseLostError(held.jobId);
}

export async function insertJobs(db: Kysely<Database>, rows: readonly Insertable<JobTable>[]): Promise<void> {
  for (const row of rows) await db.insertInto('job').values(row).execute();
}

/** How many jobs of an organisation have not ended: where the line of its next ones begins. */
export async function countWaiting(db: Kysely<Database>, organisationId: OrganisationId): Promise<number> {
  const { count } = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<string | number>().as('count'))
    .where('organisationId', '=', organisationId)
    .where('state', 'in', ['queued', 'leased'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findJob(db: Kysely<Database>, id: JobId): Promise<JobRow | undefined> {
  return await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listJobs(
  db: Kysely<Database>,
  reservationId: ReservationId,
): Promise<readonly JobRow[]> {
  return await db
    .selectFrom('job')
    .selectAll()
    .where('reservationId', '=', reservationId)
    .orderBy('host')
    .execute();
}

/** Jobs that nobody may go on with: their lease ran out and they were begun often enough. */
export async function listExhaustedJobs(db: Kysely<Database>, now: Instant): Promise<readonly JobRow[]> {
  return await db
    .selectFrom('job')
    .selectAll()
    .where('state', '=', 'leased')
    .where('leaseExpiresAt', '<=', now)
    .where('attempts', '>=', mostAttempts)
    .execute();
}

/**
 * Jobs that can no longer end by themselves: their window is over, or somebody stopped them. Work that a node still
 * holds is left to it until `graceEndedAt`, so that it can bring home what it saw.
 */
export async function listOverdueJobs(
  db: Kysely<Database>,
  now: Instant,
  graceEndedAt: Instant,
): Promise<readonly (JobRow & { readonly end: 'stopped' | 'window-closed' })[]> {
  const rows = await db
    .selectFrom('job')
    .innerJoin('reservation', 'reservation.id', 'job.reservationId')
    .selectAll('job')
    .select((eb) => [eb.or([eb('reservation.stoppedAt', 'is not', null), isStopped(eb)]).as('stopped')])
    .where((eb) =>
      eb.or([eb('job.closesAt', '<=', now), eb('reservation.stoppedAt', 'is not', null), isStopped(eb)]),
    )
    .where((eb) =>
      eb.or([
        eb('job.state', '=', 'queued'),
        eb.and([eb('job.state', '=', 'leased'), eb('job.leaseExpiresAt', '<=', now)]),
        eb.and([eb('job.state', '=', 'leased'), eb('job.closesAt', '<=', graceEndedAt)]),
      ]),
    )
    .execute();
  return rows.map(({ stopped, ...job }) => ({ ...job, end: stopped ? 'stopped' : 'window-closed' }));
}

/** Ends a job that is still as it was read; false when somebody was faster. */
export async function endJob(
  db: Kysely<Database>,
  job: Pick<JobRow, 'id' | 'state' | 'leaseToken' | 'leaseExpiresAt'>,
  end: Pick<JobRow, 'state' | 'unprobed' | 'finishedAt'> &
    Partial<Pick<JobRow, 'opensAt' | 'closesAt' | 'attempts'>>,
): Promise<boolean> {
  const result = await db
    .updateTable('job')
    .set({ ...end, doing: '' })
    .where('id', '=', job.id)
    .where('state', '=', job.state)
    .where('leaseToken', '=', job.leaseToken)
    .where('leaseExpiresAt', job.leaseExpiresAt === null ? 'is' : '=', job.leaseExpiresAt)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
