import { runStep } from './run-step.ts';
import { settleReservations } from './steps/settle-reservations.ts';

await runStep(settleReservations);
