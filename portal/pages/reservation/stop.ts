import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { cancelReservation, stopReservation } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';

/** 緊急停止, with its line in the audit. False when everything had ended. */
export async function stop(context: Context, id: ReservationId, userId: string): Promise<boolean> {
  return await recorded(context, id, userId, 'reservation.stopped', (db, at) =>
    stopReservation(db, id, userId, at),
  );
}

/** 取消, before it opens. False when it is too late. */
export async function cancel(context: Context, id: ReservationId, userId: string): Promise<boolean> {
  return await recorded(context, id, userId, 'reservation.cancelled', (db, at) =>
    cancelReservation(db, id, at),
  );
}

async function recorded(
  context: Context,
  id: ReservationId,
  actor: string,
  action: string,
  change: (db: Context['store']['db'], at: ReturnType<Context['now']>) => Promise<boolean>,
): Promise<boolean> {
  const at = context.now();
  return await context.store.db.transaction().execute(async (trx) => {
    const changed = await change(trx, at);
    if (changed) await appendAudit(trx, context.store.engine, { at, actor, action, subject: id });
    return changed;
  });
}
