import { findReservation } from '@enkaku/shared/db/reservation.ts';
import { findStop } from '@enkaku/shared/db/stop.ts';
import { controlRequestSchema } from '@enkaku/shared/protocol/messages.ts';
import type { Context } from '../../context.ts';
import { readBody } from '../body.ts';
import type { FleetHandler, FleetRequest } from '../env.ts';
import { jobOfRequest } from '../held-job.ts';
import { poll } from '../poll.ts';

type StopReason = 'stopped' | 'window-closed' | 'lease-lost';

/** POST /fleet/v1/jobs/:id/control: held open, answered as soon as the work must end. */
export function control(context: Context): FleetHandler {
  return async function control(c) {
    const { leaseToken, waitMs } = await readBody(c, controlRequestSchema);
    const signal = AbortSignal.any([c.req.raw.signal, context.closing]);
    const reason = await poll(() => reasonToStop(context, c, leaseToken), waitMs, signal);
    return c.json(reason === undefined ? { order: 'go-on', reason: null } : { order: 'stop', reason });
  };
}

async function reasonToStop(
  context: Context,
  c: FleetRequest,
  leaseToken: number,
): Promise<StopReason | undefined> {
  const job = await jobOfRequest(context, c);
  const held = job.leaseToken === leaseToken && job.leaseNodeId === c.get('node').id;
  if (!held) return 'lease-lost';
  const reservation = await findReservation(context.store.db, job.reservationId);
  if (reservation?.stoppedAt !== null) return 'stopped';
  if ((await findStop(context.store.db, job)) !== undefined) return 'stopped';
  if (job.closesAt <= context.now()) return 'window-closed';
  return job.state === 'leased' ? undefined : 'lease-lost';
}
