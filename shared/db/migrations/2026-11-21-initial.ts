import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';
import { bookingsTables } from './2026-11-21-initial/bookings.ts';
import { peopleTables } from './2026-11-21-initial/people.ts';
import { resultsTables } from './2026-11-21-initial/results.ts';
import { serviceTables } from './2026-11-21-initial/service.ts';
import { workTables } from './2026-11-21-initial/work.ts';
import { createTables } from './columns.ts';

const indexes: readonly (readonly [table: string, columns: readonly string[], unique?: 'unique'])[] = [
  ['membership', ['user_id', 'organisation_id'], 'unique'],
  ['reservation_asset', ['reservation_id', 'asset_id'], 'unique'],
  ['report_file', ['report_id', 'name'], 'unique'],
  ['finding', ['organisation_id', 'key'], 'unique'],
  ['job', ['reservation_id', 'host'], 'unique'],
  ['job', ['state', 'opens_at']],
  ['contact', ['organisation_id', 'rank']],
  ['asset', ['organisation_id']],
  ['proof', ['asset_id']],
  ['reservation', ['organisation_id', 'opens_at']],
  ['reservation', ['state', 'opens_at']],
  ['evidence', ['job_id']],
  ['report', ['organisation_id', 'created_at']],
  ['report', ['reservation_id']],
  ['finding_event', ['finding_id']],
  ['outbox', ['state', 'next_attempt_at']],
];

/** The first schema. Breaks nothing: there was none. */
export function initial(engine: Engine): Migration {
  const tables = {
    ...peopleTables(engine),
    ...bookingsTables(engine),
    ...workTables(),
    ...resultsTables(engine),
    ...serviceTables(),
  };
  return {
    async up(db) {
      await createTables(db, tables);
      for (const [table, columns, unique] of indexes) {
        const index = db.schema
          .createIndex(`${table}_${columns.join('_')}`)
          .on(table)
          .columns([...columns]);
        await (unique ? index.unique() : index).execute();
      }
      // One diagnosis of a host at a time, over all reservations and nodes (see claimJob).
      await sql`create unique index job_leased_host on job (host) where state = 'leased'`.execute(db);
    },
  };
}
