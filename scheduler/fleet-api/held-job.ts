import { findJob, type JobRow } from '@enkaku/shared/db/job.ts';
import type { JobId } from '@enkaku/shared/model/id.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import type { Context } from '../context.ts';
import type { FleetRequest } from './env.ts';
import { FleetError } from './error.ts';

/** How long a node may be silent before its job is given to another. */
export const leaseMs = 30_000;

export async function jobOfRequest({ store }: Context, c: FleetRequest): Promise<JobRow> {
  const id = c.req.param('id') ?? '';
  const job = id.length <= 100 ? await findJob(store.db, id as JobId) : undefined;
  if (job === undefined) throw new FleetError('unknown-job', 'no such job');
  return job;
}

/**
 * The job of the request, as long as this node holds it. Whoever writes to it repeats the token in the statement:
 * between this look and the write another node may have been granted it.
 * @throws LeaseLostError for a token of an earlier grant; FleetError for another node's
 */
export async function heldJob(context: Context, c: FleetRequest, leaseToken: number): Promise<JobRow> {
  const job = await jobOfRequest(context, c);
  if (job.leaseToken !== leaseToken) throw new LeaseLostError(job.id);
  if (job.leaseNodeId !== c.get('node').id)
    throw new FleetError('foreign-job', 'another node holds this job');
  return job;
}
