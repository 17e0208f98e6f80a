import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { type Instant, instant } from '@enkaku/shared/model/instant.ts';
import { type Logger, pino } from 'pino';
import { type Auth, createAuth } from './auth/auth.ts';
import { createFailureLimiter, type FailureLimiter } from './auth/failure-limiter.ts';
import { getAuthSecret } from './auth/secret.ts';
import type { Config } from './config.ts';

/** All that pages work with. Whoever opens it closes it. */
export interface Context extends AsyncDisposable {
  readonly config: Config;
  readonly store: Store;
  readonly auth: Auth;
  /** The key of form tokens and of the sign-in library. */
  readonly secret: string;
  readonly signInFailures: FailureLimiter;
  readonly log: Logger;
  readonly now: () => Instant;
}

export async function openContext(config: Config): Promise<Context> {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(config.databaseUrl)?.[1];
  if (file !== undefined) mkdirSync(path.dirname(file), { recursive: true });
  const store = await openStore(config.databaseUrl);
  const secret = await getAuthSecret(store.db);
  return {
    config,
    store,
    secret,
    auth: createAuth(config, store, secret),
    signInFailures: createFailureLimiter({ limit: 10, windowMs: 15 * 60_000 }),
    log: pino(
      { level: config.logLevel, redact: ['*.password', '*.token', '*.cookie', '*.secret'] },
      pino.destination(2),
    ),
    now: () => instant(Date.now()),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}
