import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { encodeJson } from './json.ts';
import type { AuditTable } from './tables/audit.ts';

export type AuditEntry = Pick<AuditTable, 'at' | 'actor' | 'action' | 'subject'> & {
  readonly detail?: unknown;
};

const genesis = '0'.repeat(64);

/** Appends to the chain. Call it inside the transaction of what it records, last. */
export async function appendAudit(db: Kysely<Database>, engine: Engine, entry: AuditEntry): Promise<void> {
  if (engine.lockTable) await sql`lock table audit in exclusive mode`.execute(db);
  const last = await db
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    detail: encodeJson(entry.detail ?? null),
    previousHash: last?.hash ?? genesis,
  };
  await db
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row) })
    .execute();
}

/** The sequence number of the first row that does not fit the chain, or null when all do. */
export async function findBrokenAudit(db: Kysely<Database>): Promise<number | null> {
  let previous: Pick<AuditTable, 'sequence' | 'hash'> = { sequence: 0, hash: genesis };
  for (const row of await db.selectFrom('audit').selectAll().orderBy('sequence').execute()) {
    const intact =
      row.sequence === previous.sequence + 1 &&
      row.previousHash === previous.hash &&
      row.hash === hashOf(row);
    if (!intact) return row.sequence;
    previous = row;
  }
  return null;
}

function hashOf(row: Omit<AuditTable, 'hash'>): string {
  const covered = [row.sequence, row.at, row.actor, row.action, row.subject, row.detail, row.previousHash];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}
