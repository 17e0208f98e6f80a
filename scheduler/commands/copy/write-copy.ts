import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Store } from '@enkaku/shared/db/open.ts';
import { readSnapshot } from '@enkaku/shared/db/snapshot.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { sql } from 'kysely';
import { encodeValue } from './format.ts';
import { newestMigration, type PlainDatabase, plain } from './plain.ts';
import { type CopiedTable, copiedTables } from './tables.ts';

const rowsAtOnce = 20;

/** Writes everything, as it is at one moment, to a file for nobody else's eyes; whole or not at all. @returns rows */
export async function writeCopy({ db, engine }: Store, file: string, now: Instant): Promise<number> {
  const draft = `${file}.partial`;
  let rows = 0;
  try {
    await readSnapshot(db, engine, async (snapshot) => {
      const lines = linesOf(plain(snapshot), now, () => ++rows);
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(draft, { mode: 0o600 }));
    });
    await rename(draft, file);
    return rows;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* linesOf(db: PlainDatabase, createdAt: Instant, count: () => number): AsyncGenerator<string> {
  yield line({ schema: 'enkaku-backup/1', migration: await newestMigration(db), createdAt });
  let rows = 0;
  for (const table of copiedTables) {
    for await (const row of rowsOf(db, table)) {
      rows = count();
      const encoded = Object.entries(row).map(([column, value]) => [column, encodeValue(value)]);
      yield line({ table: table.name, row: Object.fromEntries(encoded) });
    }
  }
  yield line({ end: { rows } });
}

/** By pages along the key, so that a table of any size needs little memory. */
async function* rowsOf(
  db: PlainDatabase,
  { name, key }: CopiedTable,
): AsyncGenerator<Record<string, unknown>> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Record<string, unknown> | undefined;
  for (;;) {
    const after = last;
    let query = db.selectFrom(name).selectAll().limit(rowsAtOnce);
    for (const column of key) query = query.orderBy(column);
    if (after !== undefined) {
      const values = sql.join(key.map((column) => after[column]));
      query = query.where(sql<boolean>`(${columns}) > (${values})`);
    }
    const page = await query.execute();
    yield* page;
    last = page.at(-1);
    if (page.length < rowsAtOnce) return;
  }
}

/** Whoever reads lines may take U+2028 and U+2029 for ends of lines, so they are escaped. */
function line(value: object): string {
  const text = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `${text}\n`;
}
