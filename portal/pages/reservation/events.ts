import { listJobs } from '@enkaku/shared/db/job.ts';
import { findReservation } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import { streamSSE } from 'hono/streaming';
import type { Context } from '../../context.ts';
import type { Request } from '../../http/env.ts';
import { isLive, progressPanel } from './progress.ts';

const everyMs = 1000;
/** Then the browser connects again, and its session is looked at anew. */
const longestMs = 10 * 60_000;

/** `progress` with the panel whenever it changes, `ended` once the state is no longer the one that the page shows. */
export function progressEvents(context: Context, c: Request, id: ReservationId): Response {
  const locale = c.get('locale');
  const shown = c.req.query('shown');
  return streamSSE(c, async (stream) => {
    let sent = '';
    for (let waited = 0; waited < longestMs && !stream.aborted; waited += everyMs) {
      const reservation = await findReservation(context.store.db, id);
      if (reservation === undefined || reservation.state !== shown || !isLive(reservation.state)) {
        await stream.writeSSE({ event: 'ended', data: reservation?.state ?? 'gone' });
        return;
      }
      const jobs = await listJobs(context.store.db, id);
      const panel = String(await progressPanel(locale, { state: reservation.state, jobs })).replaceAll(
        /\s*\n\s*/g,
        ' ',
      );
      await stream.writeSSE(
        panel === sent ? { event: 'still', data: '' } : { event: 'progress', data: panel },
      );
      sent = panel;
      await stream.sleep(everyMs);
    }
  });
}
