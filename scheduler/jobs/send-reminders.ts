import { runStep } from './run-step.ts';
import { sendReminders } from './steps/send-reminders.ts';

await runStep(sendReminders);
