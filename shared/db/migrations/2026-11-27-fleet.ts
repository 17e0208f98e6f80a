import type { Migration } from 'kysely/migration';

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
      .addColumn('faulty_hosts', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await db.schema.alterTable('blackout').addColumn('site', 'text').execute();
    await db.schema
      .createIndex('job_queue')
      .on('job')
      .columns(['state', 'priority', 'turn', 'opens_at', 'id'])
      .execute();
    await db.schema
      .createIndex('job_state_lease_expires_at')
      .on('job')
      .columns(['state', 'lease_expires_at'])
      .execute();
    await db.schema
      .createIndex('job_state_neighbourhood')
      .on('job')
      .columns(['state', 'neighbourhood'])
      .execute();
  },
};
