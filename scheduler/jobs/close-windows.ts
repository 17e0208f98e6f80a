import { runStep } from './run-step.ts';
import { closeWindows } from './steps/close-windows.ts';

await runStep(closeWindows);
