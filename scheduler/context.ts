import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { getOrCreateSetting } from '@enkaku/shared/db/setting.ts';
import { type Instant, instant } from '@enkaku/shared/model/instant.ts';
import { newSigningKey } from '@enkaku/shared/protocol/signing.ts';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createLog } from './log.ts';

/** All that the fleet API works with. Whoever opens it closes it. */
export interface Context extends AsyncDisposable {
  readonly config: Config;
  readonly store: Store;
  /** The private half of the key that signs orders, PEM. */
  readonly orderKey: string;
  readonly log: Logger;
  readonly now: () => Instant;
  /** Ends every long poll. */
  readonly closing: AbortSignal;
}

export async function openContext(config: Config, overrides: Partial<Context> = {}): Promise<Context> {
  const store = overrides.store ?? (await openDatabase(config.databaseUrl));
  return {
    config,
    store,
    orderKey: await getOrCreateSetting(store.db, 'order-key', () => newSigningKey().privateKey),
    log: createLog(config.logLevel),
    now: () => instant(Date.now()),
    closing: new AbortController().signal,
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    ...overrides,
  };
}

/** Opens the store; the folder of an embedded database is made where it is missing. */
export async function openDatabase(url: string): Promise<Store> {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(url)?.[1];
  if (file !== undefined) mkdirSync(path.dirname(file), { recursive: true });
  return await openStore(url);
}
