import type { Migration } from 'kysely/migration';

const indexes: readonly (readonly [table: string, columns: readonly string[], name?: string])[] = [
  ['job', ['state', 'priority', 'turn', 'opens_at', 'id'], 'job_queue'],
  ['job', ['state', 'lease_expires_at']],
  ['job', ['state', 'neighbourhood']],
  ['job', ['state', 'finished_at']],
  ['job', ['organisation_id', 'state']],
  ['outbox', ['reservation_id', 'kind']],
];

/** What fair shares, spread load, sites and quarantine need to know. */
export const fleet: Migration = {
  async up(db) {
    await db.schema
      .alterTable('reservation')
      .addColumn('purpose', 'text', (column) => column.notNull().defaultTo('booking'))
      .execute();
    for (const [name, initial] of [
      ['hosts', 1],
      ['work_ms', 180_000],
    ] as const) {
      await db.schema
        .alterTable('reservation')
        .addColumn(name, 'integer', (column) => column.notNull().defaultTo(initial))
        .execute();
    }
    const whole = ['priority', 'turn'];
    for (const name of whole) {
      await db.schema
        .alterTable('job')
        .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    }
    await db.schema
      .alterTable('job')
      .addColumn('neighbourhood', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.alterTable('job').addColumn('lost_by', 'text').execute();
    await db.schema
      .alterTable('node')
      .addColumn('slots', 'integer', (column) => column.notNull().defaultTo(8))
      .execute();
    await db.schema
      .alterTable('node')
      .addColumn('site', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema
      .alterTable('node')
      .addColumn('faults', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await db.schema.alterTable('blackout').addColumn('site', 'text').execute();
    // The queue is read in the order of its own index; a second one beginning with the state would be chosen instead.
    await db.schema.dropIndex('job_state_opens_at').execute();
    for (const [table, columns, name = `${table}_${columns.join('_')}`] of indexes) {
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute();
    }
  },
};
