import { runStep } from './run-step.ts';
import { reportLate } from './steps/report-late.ts';

await runStep(reportLate);
