import { listJobs } from '@enkaku/shared/db/job.ts';
import { listNodes } from '@enkaku/shared/db/node.ts';
import { listOpenedReservations } from '@enkaku/shared/db/reservation.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import { inTurn } from '../in-turn.ts';
import { reportFailure } from '../report-failure.ts';
import type { Work } from '../work.ts';

const lateMs = 5 * 60_000;
const aliveMs = 2 * 60_000;

/** A reservation that should have begun five minutes ago and has not: the owner hears of it; it still may begin. */
export async function reportLate(work: Work, now: Instant): Promise<void> {
  const { db } = work.store;
  const late = (await listOpenedReservations(db, 'running', now)).filter(
    ({ failure, createdAt }) => failure === null && createdAt <= addMs(now, -lateMs),
  );
  await inTurn(late, async (reservation) => {
    const jobs = await listJobs(db, reservation.id);
    const waiting = jobs.some(({ opensAt }) => opensAt <= addMs(now, -lateMs));
    if (!waiting || jobs.some(({ startedAt }) => startedAt !== null)) return;
    const alive = (await listNodes(db)).some(
      ({ state, lastSeenAt }) => state === 'active' && lastSeenAt > addMs(now, -aliveMs),
    );
    await db
      .transaction()
      .execute((trx) => reportFailure(work, trx, reservation, alive ? allBusy : noneThere, now));
  });
}

const noneThere: Text = {
  ja: '動いている診断装置がないため、診断を始められていません。診断枠の間に復旧した場合は、そのまま診断します。',
  en: 'No scanner node is running, so the diagnosis has not begun. If one comes back within the window, it will be done.',
};

const allBusy: Text = {
  ja: '診断装置がすべて使用中のため、診断を始められていません。診断枠の間に空いた場合は、そのまま診断します。',
  en: 'All scanner nodes are busy, so the diagnosis has not begun. If one is free within the window, it will be done.',
};
