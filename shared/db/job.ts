import { type Kysely, type Selectable, sql } from 'kysely';
import type { JobId, NodeId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import { LeaseLostError } from '../model/lease.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import type { JobTable } from './tables/job.ts';

export type JobRow = Selectable<JobTable>;

export interface Claim {
  readonly nodeId: NodeId;
  readonly now: Instant;
  readonly leaseExpiresAt: Instant;
}

/** Grants the next due job to a node, in one statement; undefined when none is due. The token grows with every grant. */
export async function claimJob(
  db: Kysely<Database>,
  engine: Engine,
  claim: Claim,
): Promise<JobRow | undefined> {
  const due = db
    .selectFrom('job')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('state', '=', 'queued'),
        eb.and([eb('state', '=', 'leased'), eb('leaseExpiresAt', '<=', claim.now)]),
      ]),
    )
    .where('opensAt', '<=', claim.now)
    .where('closesAt', '>', claim.now)
    .orderBy('opensAt')
    .orderBy('id')
    .limit(1)
    .$if(engine.skipLocked, (query) => query.forUpdate().skipLocked());
  return await db
    .updateTable('job')
    .set({
      state: 'leased',
      leaseToken: sql`lease_token + 1`,
      leaseNodeId: claim.nodeId,
      leaseExpiresAt: claim.leaseExpiresAt,
      attempts: sql`attempts + 1`,
      startedAt: sql`coalesce(started_at, ${claim.now})`,
    })
    .where('id', '=', due)
    .returningAll()
    .executeTakeFirst();
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
      'state' | 'leaseExpiresAt' | 'doing' | 'doneCount' | 'totalCount' | 'load' | 'unprobed' | 'finishedAt'
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
