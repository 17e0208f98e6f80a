import type { Migration } from 'kysely/migration';
import { createTables, text } from './columns.ts';

/** Feeds are kept as published. What was known of KEV goes on in the form in which CISA publishes it. */
export const feedFiles: Migration = {
  async up(db) {
    await createTables(db, { feed_file: { feed: text, name: text, text } });
    await db.schema
      .createIndex('feed_file_feed_name')
      .on('feed_file')
      .columns(['feed', 'name'])
      .unique()
      .execute();
    const known = await db.selectFrom('kev').selectAll().orderBy('cve').execute();
    const feed = await db.selectFrom('feed').selectAll().where('feed', '=', 'kev').executeTakeFirst();
    if (feed !== undefined) {
      const catalogue = {
        catalogVersion: feed.version,
        count: known.length,
        vulnerabilities: known.map(({ cve, name, addedOn, ransomware }) => ({
          cveID: cve,
          vulnerabilityName: name,
          dateAdded: addedOn,
          knownRansomwareCampaignUse: ransomware === 'known' ? 'Known' : 'Unknown',
        })),
      };
      const row = { feed: 'kev', name: 'kev.json', text: JSON.stringify(catalogue) };
      await db.insertInto('feed_file').values(row).execute();
    }
    await db.schema.dropTable('kev').execute();
  },
};
