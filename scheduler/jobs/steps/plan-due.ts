import { listAssets, listProofs, validProof } from '@enkaku/shared/db/asset.ts';
import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { listBlackouts } from '@enkaku/shared/db/blackout.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import { listMeasured } from '@enkaku/shared/db/forecast.ts';
import { countWaiting, insertJobs, queuedJob } from '@enkaku/shared/db/job.ts';
import {
  listOpenedReservations,
  listReservationAssets,
  moveReservation,
  type ReservationRow,
} from '@enkaku/shared/db/reservation.ts';
import { findStop } from '@enkaku/shared/db/stop.ts';
import { learn } from '@enkaku/shared/model/estimate.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { priorityOf } from '@enkaku/shared/model/priority.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Kysely } from 'kysely';
import { type Plan, planJobs } from '../../plan/plan-jobs.ts';
import { bookableAsset } from '../bookable-asset.ts';
import { inTurn } from '../in-turn.ts';
import { reportFailure } from '../report-failure.ts';
import type { Work } from '../work.ts';

/** Reservations whose window has opened get their jobs; what may not be diagnosed any more is told to the owner. */
export async function planDue(work: Work, now: Instant): Promise<void> {
  const { db } = work.store;
  await inTurn(await listOpenedReservations(db, 'confirmed', now), (reservation) =>
    db.transaction().execute((trx) => planOne(work, trx, reservation, now)),
  );
}

async function planOne(
  work: Work,
  trx: Kysely<Database>,
  reservation: ReservationRow,
  now: Instant,
): Promise<void> {
  const { id } = reservation;
  if (!(await moveReservation(trx, id, 'confirmed', 'running'))) return;
  if (reservation.closesAt <= now) {
    await moveReservation(trx, id, 'running', 'could-not-run');
    return await reportFailure(work, trx, reservation, slept, now);
  }
  const stop = await findStop(trx, reservation);
  if (stop !== undefined) {
    await moveReservation(trx, id, 'running', 'could-not-run');
    return await reportFailure(work, trx, reservation, halted, now);
  }
  const plan = await planOf(work, trx, reservation, now);
  const { organisationId, purpose } = reservation;
  const waiting = await countWaiting(trx, organisationId);
  await insertJobs(
    trx,
    plan.jobs.map((job, index) =>
      queuedJob({
        ...job,
        reservationId: id,
        organisationId,
        priority: priorityOf(purpose),
        turn: waiting + index,
      }),
    ),
  );
  if (plan.jobs.length > 0) await work.tell(trx, { kind: 'started' }, reservation, now);
  else await moveReservation(trx, id, 'running', 'could-not-run');
  if (plan.refused.length > 0) await reportFailure(work, trx, reservation, reasonOf(plan), now);
  await appendAudit(trx, work.store.engine, {
    at: now,
    actor: 'system',
    action: 'reservation-planned',
    subject: id,
    detail: {
      hosts: plan.jobs.map(({ host }) => host),
      refused: plan.refused.map(({ asset, reason }) => ({ asset, reason: reason.en })),
    },
  });
}

async function planOf(
  { network }: Work,
  trx: Kysely<Database>,
  reservation: ReservationRow,
  now: Instant,
): Promise<Plan> {
  const { id, organisationId, opensAt, closesAt, ports } = reservation;
  const window = { opensAt, closesAt };
  const booked = await listReservationAssets(trx, id);
  const domains = (await listAssets(trx, organisationId)).filter(({ kind }) => kind === 'domain');
  const proofs = await listProofs(
    trx,
    [...booked, ...domains].map((asset) => asset.id),
  );
  return planJobs({
    window,
    ports,
    network,
    now,
    assets: booked.map((asset) => bookableAsset(asset, proofs)),
    zones: domains.filter((asset) => validProof(proofs, asset.id, now)).map(({ value }) => value),
    blackouts: await listBlackouts(trx, organisationId, window),
    estimator: learn(await listMeasured(trx)),
  });
}

function reasonOf({ refused }: Plan): Text {
  const reasons = [...new Map(refused.map(({ reason }) => [reason.en, reason])).values()];
  return {
    ja: `診断できない対象がありました。${reasons.map(({ ja }) => ja).join('')}`,
    en: `Some of what was booked cannot be diagnosed. ${reasons.map(({ en }) => en).join(' ')}`,
  };
}

const halted: Text = {
  ja: '緊急停止の指示が出ているため、診断を始めませんでした。停止が解除された後に、あらためて予約してください。',
  en: 'Nothing was diagnosed, because an emergency stop is in force. Please book again when it has been lifted.',
};

const slept: Text = {
  ja: '診断枠の間、診断システムが停止していたため、診断できませんでした。',
  en: 'The service was down during the whole window, so nothing was diagnosed.',
};
