import { once } from 'node:events';
import { createApp } from './app.ts';
import { configOf } from './config.ts';
import { openContext } from './context.ts';
import { readEnvironment } from './env.ts';
import { startWorkers } from './jobs/workers.ts';
import { listen } from './listen.ts';
import { shutdownSignal } from './shutdown.ts';

const closing = shutdownSignal();
await using context = await openContext(configOf(readEnvironment(process.env)), { closing });
await using server = await listen(createApp(context), context.config.fleet);
await using _workers = await startWorkers(context);
context.log.info({ port: server.port }, 'scheduler ready');
if (!closing.aborted) await once(closing, 'abort');
