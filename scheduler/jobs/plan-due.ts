import { runStep } from './run-step.ts';
import { planDue } from './steps/plan-due.ts';

await runStep(planDue);
