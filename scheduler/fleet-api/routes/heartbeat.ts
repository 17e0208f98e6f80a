import { updateHeldJob } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { touchNode } from '@enkaku/shared/db/node.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { heartbeatRequestSchema } from '@enkaku/shared/protocol/messages.ts';
import type { Context } from '../../context.ts';
import { readBody } from '../body.ts';
import type { FleetHandler } from '../env.ts';
import { heldJob, leaseMs } from '../held-job.ts';
import { printable } from '../printable.ts';

/** POST /fleet/v1/jobs/:id/heartbeat: the lease holds on, and the live progress is told. */
export function heartbeat(context: Context): FleetHandler {
  const { store, now } = context;
  return async function heartbeat(c) {
    const { leaseToken, doing, done, total, load } = await readBody(c, heartbeatRequestSchema);
    const job = await heldJob(context, c, leaseToken);
    const at = now();
    const leaseExpiresAt = addMs(at, leaseMs);
    await updateHeldJob(
      store.db,
      { jobId: job.id, token: leaseToken },
      { leaseExpiresAt, doing: printable(doing), doneCount: done, totalCount: total, load: encodeJson(load) },
    );
    await touchNode(store.db, c.get('node').id, { lastSeenAt: at });
    return c.json({ leaseExpiresAt });
  };
}
