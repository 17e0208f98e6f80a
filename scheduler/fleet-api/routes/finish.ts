import { findSiteBlackout } from '@enkaku/shared/db/blackout.ts';
import { type JobRow, mostAttempts, updateHeldJob } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { clearFaults, type NodeRow } from '@enkaku/shared/db/node.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { type FinishRequest, finishRequestSchema } from '@enkaku/shared/protocol/messages.ts';
import type { Context } from '../../context.ts';
import { nextPart } from '../../jobs/next-part.ts';
import { blame } from '../blame.ts';
import { readBody } from '../body.ts';
import type { FleetHandler } from '../env.ts';
import { heldJob } from '../held-job.ts';

type Change = Pick<JobRow, 'state'> & Partial<Pick<JobRow, 'opensAt' | 'closesAt' | 'attempts'>>;

/** POST /fleet/v1/jobs/:id/finish: the node is through, or gives up. */
export function finish(context: Context): FleetHandler {
  const { store, now } = context;
  return async function finish(c) {
    const request = await readBody(c, finishRequestSchema);
    const job = await heldJob(context, c, request.leaseToken);
    const at = now();
    const change = await changeAfter(context, request, job, c.get('node'), at);
    await updateHeldJob(
      store.db,
      { jobId: job.id, token: request.leaseToken },
      {
        ...change,
        doing: '',
        ...(change.state === 'done' ? { doneCount: job.totalCount } : {}),
        unprobed: encodeJson(request.unprobed),
        load: encodeJson(request.load),
        finishedAt: change.state === 'queued' ? null : at,
      },
    );
    if (isNodesFault(request)) await blame(context, c.get('node').id, job.host);
    else await clearFaults(store.db, c.get('node').id);
    return c.json({ state: change.state });
  };
}

/** A failed job is begun again by whatever node comes next, until it was tried often enough; what time cut short goes on later. */
async function changeAfter(
  { store }: Context,
  { outcome, unprobed }: FinishRequest,
  job: JobRow,
  { site }: NodeRow,
  now: Instant,
): Promise<Change> {
  const cut = (why: 'stopped' | 'window-closed') => unprobed.some(({ reason }) => reason === why);
  if (cut('stopped')) return { state: 'stopped' };
  if (cut('window-closed')) {
    const rest = await findSiteBlackout(store.db, site, { now, before: job.closesAt });
    // The node's site rests: one of another site goes on.
    if (rest !== undefined) return { state: 'queued', attempts: 0 };
    const part = await nextPart(store.db, job, now);
    return part === undefined ? { state: 'stopped' } : { state: 'queued', attempts: 0, ...part };
  }
  if (outcome === 'failed') return { state: job.attempts < mostAttempts ? 'queued' : 'failed' };
  return { state: 'done' };
}

/** Nothing came of it for a reason that lies with the node, not with the target. */
function isNodesFault({ outcome, unprobed }: FinishRequest): boolean {
  return (
    outcome === 'failed' &&
    unprobed.some(({ reason }) => reason === 'tool-missing' || reason === 'probe-failed')
  );
}
