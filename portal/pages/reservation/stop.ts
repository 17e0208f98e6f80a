import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { stopReservation } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';

/** 緊急停止, with its line in the audit. False when everything had ended. */
export async function stop(context: Context, id: ReservationId, userId: string): Promise<boolean> {
  const at = context.now();
  return await context.store.db.transaction().execute(async (trx) => {
    const stopped = await stopReservation(trx, id, userId, at);
    if (stopped) {
      const entry = { at, actor: userId, action: 'reservation.stopped', subject: id };
      await appendAudit(trx, context.store.engine, entry);
    }
    return stopped;
  });
}
