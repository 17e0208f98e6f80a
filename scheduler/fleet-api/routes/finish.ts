import { type JobRow, mostAttempts, updateHeldJob } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import type { JobState } from '@enkaku/shared/db/tables/job.ts';
import { type FinishRequest, finishRequestSchema } from '@enkaku/shared/protocol/messages.ts';
import type { Context } from '../../context.ts';
import { readBody } from '../body.ts';
import type { FleetHandler } from '../env.ts';
import { heldJob } from '../held-job.ts';

/** POST /fleet/v1/jobs/:id/finish: the node is through, or gives up. */
export function finish(context: Context): FleetHandler {
  const { store, now } = context;
  return async function finish(c) {
    const request = await readBody(c, finishRequestSchema);
    const job = await heldJob(context, c, request.leaseToken);
    const state = stateAfter(request, job);
    await updateHeldJob(
      store.db,
      { jobId: job.id, token: request.leaseToken },
      {
        state,
        doing: '',
        ...(state === 'done' ? { doneCount: job.totalCount } : {}),
        unprobed: encodeJson(request.unprobed),
        load: encodeJson(request.load),
        finishedAt: state === 'queued' ? null : now(),
      },
    );
    return c.json({ state });
  };
}

/** A failed job is begun again, by whatever node comes next, until it was tried often enough. */
function stateAfter({ outcome, unprobed }: FinishRequest, job: JobRow): JobState {
  if (outcome === 'failed') return job.attempts < mostAttempts ? 'queued' : 'failed';
  const cutShort = unprobed.some(({ reason }) => reason === 'stopped' || reason === 'window-closed');
  return cutShort ? 'stopped' : 'done';
}
