import { runStep } from './run-step.ts';
import { expireLeases } from './steps/expire-leases.ts';

await runStep(expireLeases);
