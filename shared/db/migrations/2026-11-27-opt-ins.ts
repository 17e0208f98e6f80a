import type { Migration } from 'kysely/migration';

/** Nobody had consented to more than the usual tests before. */
export const optIns: Migration = {
  async up(db) {
    await db.schema
      .alterTable('reservation')
      .addColumn('opt_ins', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  },
};
