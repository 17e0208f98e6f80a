import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { afterAll, afterEach, beforeAll, describe, type TestContext, test } from 'vitest';
import { type Postgres, startPostgres } from './postgres.ts';

export const engineNames = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engineNames)[number];

/** New databases for one test, each opened as often as it likes; all are closed after it. */
export interface Databases {
  /** The address of a new, empty database. */
  create(engine: EngineName): Promise<string>;
  /** Another connection of its own. */
  open(url: string): Promise<Store>;
}

type DatabaseTest = (databases: Databases, context: TestContext) => Promise<void>;

let postgres: Postgres | string;
let folder: string;
let made = 0;
const opened: Store[] = [];

/** Call once in a test file: the file has a PostgreSQL of its own and a folder for SQLite. */
export function provideDatabases(): void {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'enkaku-db-'));
    postgres = await startPostgres();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store[Symbol.asyncDispose]();
  });
  afterAll(async () => {
    if (typeof postgres !== 'string') await postgres[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
}

/** A test that needs these engines; skipped, with the reason, where PostgreSQL cannot be started. */
export function databaseTest(sentence: string, engines: readonly EngineName[], body: DatabaseTest): void {
  test(sentence, async (context) => {
    if (engines.includes('postgres') && typeof postgres === 'string') return context.skip(postgres);
    await body(databases, context);
  });
}

/** The same test on both engines, with one new database. */
export function onBothEngines(sentence: string, body: (open: () => Promise<Store>) => Promise<void>): void {
  describe.each(engineNames)('%s', (engine) => {
    databaseTest(sentence, [engine], async ({ create, open }) => {
      const url = await create(engine);
      await body(() => open(url));
    });
  });
}

const databases: Databases = {
  async create(engine) {
    made += 1;
    if (engine === 'sqlite') return `sqlite:${path.join(folder, `${made}.db`)}`;
    if (typeof postgres === 'string') throw new Error(postgres);
    return await postgres.createDatabase(`test_${made}`);
  },
  async open(url) {
    const store = await openStore(url);
    opened.push(store);
    return store;
  },
};
