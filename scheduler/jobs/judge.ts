import { listOpenedReservations } from '@enkaku/shared/db/reservation.ts';
import { judgeDue } from '../reporter/judge-due.ts';
import { runWorker } from './worker.ts';

await runWorker(async ({ store, config, now, log }) => {
  await judgeDue(store, now, config.reporter, log);
  const left = await listOpenedReservations(store.db, 'judging', now);
  if (left.length > 0) throw new Error(`${left.length} reports could not be written yet`);
});
