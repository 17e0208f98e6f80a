import type { Migration } from 'kysely/migration';
import { createTables, id, maybeText, text } from './columns.ts';

/** Stops that reach further than one reservation. */
export const stops: Migration = {
  async up(db) {
    await createTables(db, {
      stop: {
        id,
        scope: text,
        subject: text,
        reason: text,
        placed_by: text,
        placed_at: text,
        lifted_by: maybeText,
        lifted_at: maybeText,
      },
    });
  },
};
