import { tellOwner } from '../reporter/tell-owner.ts';
import { inTurn } from './in-turn.ts';
import { closeWindows } from './steps/close-windows.ts';
import { expireLeases } from './steps/expire-leases.ts';
import { planDue } from './steps/plan-due.ts';
import { reportLate } from './steps/report-late.ts';
import { sendReminders } from './steps/send-reminders.ts';
import { settleReservations } from './steps/settle-reservations.ts';
import type { Work } from './work.ts';
import { runWorker } from './worker.ts';

const steps = [planDue, expireLeases, closeWindows, settleReservations, reportLate, sendReminders];

await runWorker(1000, async ({ store, config, now }) => {
  const work: Work = { store, network: config.orders.network, tell: tellOwner(config.reporter) };
  await inTurn(steps, (step) => step(work, now));
});
