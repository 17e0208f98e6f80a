import { findSiteBlackout } from '@enkaku/shared/db/blackout.ts';
import { listJobEvidence } from '@enkaku/shared/db/evidence.ts';
import { claimJob, type JobRow } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { findNode, type NodeRow, touchNode } from '@enkaku/shared/db/node.ts';
import { findReservation } from '@enkaku/shared/db/reservation.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import { addMs, msBetween, parseInstant } from '@enkaku/shared/model/instant.ts';
import { type ClaimRequest, claimRequestSchema, type Grant } from '@enkaku/shared/protocol/messages.ts';
import { signOrder } from '@enkaku/shared/protocol/signing.ts';
import { findAuthorities } from '../../authorities/find.ts';
import type { Context } from '../../context.ts';
import { orderOf } from '../../plan/order-of.ts';
import { kindsOfVersion1, orderOfVersion1 } from '../../plan/order-of-version-1.ts';
import { blame } from '../blame.ts';
import { readBody } from '../body.ts';
import type { FleetHandler } from '../env.ts';
import { FleetError } from '../error.ts';
import { leaseMs } from '../held-job.ts';
import { poll } from '../poll.ts';
import { printable } from '../printable.ts';
import { requireProtocol } from '../protocol.ts';

/** A window is a promise to the second: a node whose clock is further off could break it. */
const toleratedClockMs = 1000;

/** POST /fleet/v1/claim: held open until there is work, the wait is over or the node has gone. */
export function claim(context: Context): FleetHandler {
  const { store, now, closing } = context;
  return async function claim(c) {
    const request = await readBody(c, claimRequestSchema);
    requireProtocol(request.protocol);
    const { id } = c.get('node');
    const at = now();
    const clockOffsetMs = msBetween(at, parseInstant(request.clock));
    await touchNode(store.db, id, {
      lastSeenAt: at,
      version: printable(request.version),
      clockOffsetMs,
      slots: request.slots,
      site: printable(request.site),
    });
    if (Math.abs(clockOffsetMs) > toleratedClockMs) {
      throw new FleetError(
        'clock-off',
        `the node’s clock is off by ${clockOffsetMs} ms; work needs at most ${toleratedClockMs}`,
      );
    }
    const signal = AbortSignal.any([c.req.raw.signal, closing]);
    const job = await poll(() => claimFor(context, id), request.waitMs, signal);
    if (job?.lostBy != null) await blame(context, job.lostBy, job.host);
    return c.json({ grant: job === undefined ? null : await grantOf(context, job, c.get('node'), request) });
  };
}

/** Shorter than this, and most probes would not end before a site rests. */
const worthBeginningMs = 10 * 60_000;

/** A node that drains, is in quarantine or was revoked meanwhile, or whose site rests soon, gets nothing new. */
async function claimFor({ store, now }: Context, nodeId: NodeId): Promise<JobRow | undefined> {
  const node = await findNode(store.db, nodeId);
  if (node?.state !== 'active') return undefined;
  const at = now();
  const rest = await findSiteBlackout(store.db, node.site, { now: at, before: addMs(at, worthBeginningMs) });
  if (rest !== undefined) return undefined;
  return await claimJob(store.db, store.engine, { nodeId, now: at, leaseExpiresAt: addMs(at, leaseMs) });
}

async function grantOf(
  { store, orderKey, config, now }: Context,
  job: JobRow,
  { id: nodeId, site }: NodeRow,
  { protocol }: Pick<ClaimRequest, 'protocol'>,
): Promise<Grant> {
  const reservation = await findReservation(store.db, job.reservationId);
  if (reservation === undefined) throw new Error(`job ${job.id} without its reservation`);
  const evidence = await listJobEvidence(store.db, job.id);
  const target = decodeJson(job.target);
  const authorities = target.kind === 'domain' ? await findAuthorities(target.domain, config.orders) : [];
  const at = now();
  const rest = await findSiteBlackout(store.db, site, { now: at, before: job.closesAt });
  const time = { now: at, until: rest?.opensAt ?? job.closesAt };
  const order = orderOf(job, reservation, nodeId, config.orders, time, authorities);
  return {
    order: signOrder(protocol < 2 ? orderOfVersion1(order) : order, orderKey),
    gathered: evidence
      .filter(({ kind }) => protocol >= 2 || kindsOfVersion1.includes(kind))
      .map(({ kind, endpoint }) => ({ kind, endpoint })),
    ports: evidence.find(({ kind }) => kind === 'ports') ?? null,
  };
}
