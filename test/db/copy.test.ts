import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { appendAudit, findBrokenAudit } from '@enkaku/shared/db/audit.ts';
import { insertEvidence } from '@enkaku/shared/db/evidence.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import { noon, seedAsset, seedJob, seedNode, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import { getOrCreateSetting } from '@enkaku/shared/db/setting.ts';
import { buildPorts, openPort } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import { afterAll, beforeAll, expect } from 'vitest';
import { readCopy } from '../../scheduler/commands/copy/read-copy.ts';
import { copiedTables } from '../../scheduler/commands/copy/tables.ts';
import { writeCopy } from '../../scheduler/commands/copy/write-copy.ts';
import { type Databases, databaseTest, type EngineName, onBothEngines, provideDatabases } from './engines.ts';

provideDatabases();

let folder: string;
let made = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'enkaku-copy-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
const newFile = () => path.join(folder, `${++made}.gz`);

/** Something of everything that is hard to carry over: bytes, truth, instants, references within a table, odd text. */
async function furnish({ db, engine }: Store): Promise<void> {
  const reservation = await seedReservation(db);
  const { organisationId } = reservation;
  await db.updateTable('organisation').set({ name: '架空市 “U+2028: \u2028” 𠮷' }).execute();
  const child = { id: newId('org'), parentId: organisationId, name: 'child', kind: 'municipality' as const };
  await db
    .insertInto('organisation')
    .values({ ...child, municipalityCode: null, mailDetail: 'summary', locale: 'en', createdAt: noon })
    .execute();
  const truth = engine.name === 'sqlite' ? 1 : true;
  const at = engine.name === 'sqlite' ? noon : new Date(noon);
  const user = { name: '架空 太郎', email: 'taro@kakuu.example', image: null };
  await db
    .insertInto('authUser')
    .values({ id: 'u', ...user, emailVerified: truth, twoFactorEnabled: null, createdAt: at, updatedAt: at })
    .execute();
  await seedAsset(
    db,
    organisationId,
    { kind: 'address', value: '192.0.2.1' },
    { attachment: randomBytes(300_000), attachmentName: 'a.pdf' },
  );
  const jobId = await seedJob(db, reservation, { leaseNodeId: (await seedNode(db)).id });
  for (let port = 1; port <= 50; port++) {
    const evidence = buildPorts({ ports: [openPort(port, null)] });
    const endpoint = { ...evidence.endpoint, port };
    await insertEvidence(db, { ...evidence, id: newId('evd'), jobId, endpoint });
  }
  await appendEntries({ db, engine }, 25);
  await getOrCreateSetting(db, 'order-key', () => 'key');
}

async function appendEntries({ db, engine }: Pick<Store, 'db' | 'engine'>, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const entry = { at: noon, actor: 'system', action: 'test', subject: `${n}` };
    await db.transaction().execute((trx) => appendAudit(trx, engine, entry));
  }
}

/** The rows of a copy in an order that does not depend on the engine's collation. */
async function rowsOf(file: string): Promise<readonly string[]> {
  const [, ...lines] = gunzipSync(await readFile(file))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines.toSorted();
}

async function newStore({ create, open }: Databases, engine: EngineName): Promise<Store> {
  return await open(await create(engine));
}

const ways = [
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
  ['sqlite', 'sqlite'],
  ['postgres', 'postgres'],
] as const;

for (const way of ways) {
  databaseTest(
    `from ${way[0]} to ${way[1]} → the same state, the audit chain whole`,
    way,
    async (databases) => {
      const [source, target] = [await newStore(databases, way[0]), await newStore(databases, way[1])];
      await furnish(source);
      const [first, second] = [newFile(), newFile()];

      const written = await writeCopy(source, first, noon);
      const read = await readCopy(target, first);
      await writeCopy(target, second, noon);

      expect(read).toBe(written);
      expect(await rowsOf(second)).toEqual(await rowsOf(first));
      expect(await findBrokenAudit(target.db)).toBeNull();
    },
  );
}

onBothEngines('a copy made while others write → consistent as of one moment', async (open) => {
  const [store, writer] = [await open(), await open()];
  await furnish(store);
  const file = newFile();
  let writing = true;
  const writes = (async () => {
    for (let n = 0; writing && n < 500; n++) await appendEntries(writer, 1);
  })();

  const rows = await writeCopy(store, file, noon);
  writing = false;
  await writes;

  const lines = await rowsOf(file);
  const sequences = lines.flatMap((line) => {
    const { table, row } = JSON.parse(line);
    return table === 'audit' ? [row.sequence] : [];
  });
  expect(lines).toHaveLength(rows + 1);
  expect(sequences.toSorted((a, b) => a - b)).toEqual(sequences.map((_, index) => index + 1));
});

onBothEngines('every table of the schema is copied', async (open) => {
  const { db } = await open();

  const tables = await db.withoutPlugins().introspection.getTables();

  expect(copiedTables.map(({ name }) => name).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

onBothEngines('a database that is not empty → refused, and unchanged', async (open) => {
  const store = await open();
  await furnish(store);
  const file = newFile();
  const rows = await writeCopy(store, file, noon);

  await expect(readCopy(store, file)).rejects.toMatchObject({ code: 'not-empty' });
  expect(await writeCopy(store, newFile(), noon)).toBe(rows);
});

const damages: readonly (readonly [name: string, damage: (file: string) => Promise<void>])[] = [
  ['cut off in its compressed form', async (file) => await truncate(file, 2000)],
  ['empty', async (file) => await writeFile(file, '')],
  ['not compressed', async (file) => await writeFile(file, '{"schema":"enkaku-backup/1"}\n')],
  ['without its last line', rewrite((lines) => lines.slice(0, -1))],
  ['with a row missing', rewrite((lines) => lines.filter((_, index) => index !== 3))],
  ['with a line that is no JSON', rewrite((lines) => lines.with(3, '{"table":'))],
  ['with a table that is not ours', rewrite((lines) => lines.with(-2, '{"table":"sqlite_master","row":{}}'))],
  [
    'with a column that is not ours',
    rewrite((lines) => lines.with(-2, '{"table":"feed","row":{"x\\"y":1}}')),
  ],
  ['of another schema', rewrite((lines) => lines.with(0, header('1999-01-01-other')))],
];

for (const [name, damage] of damages) {
  databaseTest(`a copy ${name} → refused, nothing is restored`, ['sqlite'], async (databases) => {
    const [source, target] = [await newStore(databases, 'sqlite'), await newStore(databases, 'sqlite')];
    await furnish(source);
    const file = newFile();
    await writeCopy(source, file, noon);
    await damage(file);

    await expect(readCopy(target, file)).rejects.toMatchObject({ code: 'broken-copy' });
    expect(await target.db.selectFrom('organisation').selectAll().execute()).toEqual([]);
  });
}

function rewrite(change: (lines: readonly string[]) => readonly string[]) {
  return async (file: string) => {
    const lines = gunzipSync(await readFile(file))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    await writeFile(file, gzipSync(`${change(lines).join('\n')}\n`));
  };
}

function header(migration: string): string {
  return JSON.stringify({ schema: 'enkaku-backup/1', migration, createdAt: noon });
}
