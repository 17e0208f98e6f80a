import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Store } from '@enkaku/shared/db/open.ts';
import type { z } from 'zod';
import { BrokenCopyError, type CopiedValue, decodeValue, headerSchema, lineSchema } from './format.ts';
import { newestMigration, type PlainDatabase, plain } from './plain.ts';
import { type CopiedTable, copiedTables } from './tables.ts';

export class NotEmptyError extends Error {
  override readonly name = 'NotEmptyError';
  readonly code = 'not-empty';
}

type Line = z.infer<typeof lineSchema>;
type Row = Readonly<Record<string, CopiedValue>>;

/**
 * Fills an empty database from a copy, whole or not at all. @returns rows
 * @throws NotEmptyError; BrokenCopyError for a file that is cut off, of another schema, or no copy
 */
export async function readCopy({ db }: Store, file: string): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const target = plain(trx);
    await requireEmpty(target);
    const lines = readLines(file);
    await requireSameSchema(target, (await lines.next()).value);
    const put = await rowWriter(target);
    let rows = 0;
    for await (const text of lines) {
      const line = parse(text, lineSchema);
      if ('end' in line) {
        if (line.end.rows !== rows)
          throw new BrokenCopyError(`${line.end.rows} rows were copied, ${rows} are here`);
        await put.references();
        return rows;
      }
      await put.row(line);
      rows += 1;
    }
    throw new BrokenCopyError('the copy is cut off');
  });
}

async function requireEmpty(db: PlainDatabase): Promise<void> {
  for (const { name } of copiedTables) {
    const row = await db.selectFrom(name).selectAll().limit(1).executeTakeFirst();
    if (row !== undefined)
      throw new NotEmptyError(`the database is not empty (${name}); restore into a new one`);
  }
}

async function requireSameSchema(db: PlainDatabase, first: string | undefined): Promise<void> {
  const { migration } = parse(first ?? '', headerSchema);
  const here = await newestMigration(db);
  if (migration !== here) {
    throw new BrokenCopyError(`the copy is of schema ${migration}, this version makes ${here}`);
  }
}

async function rowWriter(db: PlainDatabase) {
  const found = await db.introspection.getTables();
  const columnTypes = new Map(
    found.map(({ name, columns }) => [
      name,
      new Map(columns.map((column) => [column.name, column.dataType])),
    ]),
  );
  const tables = new Map(copiedTables.map((table) => [table.name, table]));
  const pending: { readonly table: CopiedTable; readonly row: Row; readonly self: string }[] = [];

  const insert = async (name: string, values: Record<string, unknown>) => {
    try {
      await db.insertInto(name).values(values).execute();
    } catch (error) {
      throw new BrokenCopyError(
        `a row of ${name} does not fit: ${error instanceof Error ? error.message : error}`,
      );
    }
  };

  return {
    async row({ table: name, row }: Extract<Line, { table: string }>) {
      const table = tables.get(name);
      if (table === undefined) throw new BrokenCopyError(`no such table: ${name.slice(0, 100)}`);
      const values = Object.entries(row).map(([column, value]) => {
        const type = columnTypes.get(name)?.get(column);
        if (type === undefined) throw new BrokenCopyError(`no such column: ${name}.${column.slice(0, 100)}`);
        return [column, column === table.self ? null : decodeValue(value, type)] as const;
      });
      await insert(name, Object.fromEntries(values));
      const { self } = table;
      if (self !== undefined && row[self] !== null) pending.push({ table, row, self });
    },
    async references() {
      for (const { table, row, self } of pending) {
        await db
          .updateTable(table.name)
          .set({ [self]: row[self] })
          .where('id', '=', row.id)
          .execute();
      }
    },
  };
}

async function* readLines(file: string): AsyncGenerator<string, undefined> {
  // What goes wrong while reading is thrown by the lines themselves.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined);
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }))
      yield line;
  } catch (error) {
    throw isZlibError(error) ? new BrokenCopyError(`not a copy, or cut off: ${error.message}`) : error;
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function parse<T>(text: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new BrokenCopyError('not a copy, or cut off');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BrokenCopyError(`a line of the copy cannot be read: ${parsed.error.issues[0]?.message}`);
}
