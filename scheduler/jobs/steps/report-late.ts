import type { Database } from '@enkaku/shared/db/database.ts';
import { listNodes } from '@enkaku/shared/db/node.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Kysely } from 'kysely';
import { inTurn } from '../in-turn.ts';
import { reportFailure } from '../report-failure.ts';
import type { Work } from '../work.ts';

const lateMs = 5 * 60_000;
const aliveMs = 2 * 60_000;

/** A reservation that should have begun five minutes ago and has not: the owner hears of it; it still may begin. */
export async function reportLate(work: Work, now: Instant): Promise<void> {
  const { db } = work.store;
  await inTurn(await listLate(db, now), async (reservation) => {
    const alive = (await listNodes(db)).some(
      ({ state, lastSeenAt }) => state === 'active' && lastSeenAt > addMs(now, -aliveMs),
    );
    await db
      .transaction()
      .execute((trx) => reportFailure(work, trx, reservation, alive ? allBusy : noneThere, now));
  });
}

/** Whose jobs have waited for five minutes without one being begun, and whose owner has not heard of anything yet. */
export async function listLate(db: Kysely<Database>, now: Instant): Promise<readonly ReservationRow[]> {
  const since = addMs(now, -lateMs);
  return await db
    .selectFrom('reservation')
    .selectAll()
    .where('state', '=', 'running')
    .where('failure', 'is', null)
    .where('createdAt', '<=', since)
    .where(({ and, not, exists, selectFrom }) => {
      const ofIt = selectFrom('job').select('job.id').whereRef('job.reservationId', '=', 'reservation.id');
      return and([
        exists(ofIt.where('job.opensAt', '<=', since)),
        not(exists(ofIt.where('job.startedAt', 'is not', null))),
      ]);
    })
    .execute();
}

const noneThere: Text = {
  ja: '動いている診断装置がないため、診断を始められていません。診断枠の間に復旧した場合は、そのまま診断します。',
  en: 'No scanner node is running, so the diagnosis has not begun. If one comes back within the window, it will be done.',
};

const allBusy: Text = {
  ja: '診断装置がすべて使用中のため、診断を始められていません。診断枠の間に空いた場合は、そのまま診断します。',
  en: 'All scanner nodes are busy, so the diagnosis has not begun. If one is free within the window, it will be done.',
};
