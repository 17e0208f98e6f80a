import { judgeDue } from '../reporter/judge-due.ts';
import { runWorker } from './worker.ts';

await runWorker(1000, ({ store, config, now, log }) => judgeDue(store, now, config.reporter, log));
