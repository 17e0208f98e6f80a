import type { Store } from '@enkaku/shared/db/open.ts';
import { listOpenedReservations } from '@enkaku/shared/db/reservation.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Logger } from 'pino';
import { judgeReservation } from './judge.ts';
import type { ReporterSettings } from './settings.ts';

/** One round over everything that waits for its report; what fails is logged and tried again in the next one. */
export async function judgeDue(
  store: Store,
  now: Instant,
  settings: ReporterSettings,
  log: Pick<Logger, 'info' | 'error'>,
): Promise<void> {
  for (const { id } of await listOpenedReservations(store.db, 'judging', now)) {
    try {
      log.info({ reservation: id, outcome: await judgeReservation(store, id, now, settings) }, 'judged');
    } catch (error) {
      const message = error instanceof Error ? error.message : 'judging failed';
      log.error({ err: error, reservation: id }, message);
    }
  }
}
