import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { openContext } from './context.ts';
import { listen } from './listen.ts';

const config = readConfig(process.env);
const context = await openContext(config);
const server = await listen(createApp(context), config);
context.log.info({ address: server.address, url: config.url.href }, 'portal listening');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server[Symbol.asyncDispose]().then(() => context[Symbol.asyncDispose]()));
}
