import { replaceKev } from '@enkaku/shared/db/knowledge.ts';
import { parseKev } from '@enkaku/shared/knowledge/kev.ts';
import { instant } from '@enkaku/shared/model/instant.ts';
import { configOf } from '../config.ts';
import { openDatabase } from '../context.ts';
import { readEnvironment } from '../env.ts';
import { fetchFeed, kevAddress } from './fetch-feed.ts';
import { readFeedFile } from './read-feed-file.ts';
import { runCommand, UsageError } from './usage.ts';

const usage = 'usage: knowledge update | knowledge import PATH';

await runCommand('knowledge', async (args) => {
  const { source, json } = await read(args);
  const kev = parseKev(json);
  const config = configOf(readEnvironment(process.env));
  await using store = await openDatabase(config.databaseUrl);
  await replaceKev(store.db, { version: kev.version, source, importedAt: instant(Date.now()) }, kev.entries);
  process.stdout.write(`KEV ${kev.version}: ${kev.entries.length} entries from ${source}\n`);
});

async function read(args: readonly string[]): Promise<{ readonly source: string; readonly json: unknown }> {
  const [action, file, ...more] = args;
  if (action === 'update' && file === undefined) {
    const source = process.env.ENKAKU_KEV_URL ?? kevAddress;
    return { source, json: await fetchFeed(source) };
  }
  if (action === 'import' && file !== undefined && more.length === 0) {
    return { source: file, json: await readFeedFile(file) };
  }
  throw new UsageError(usage);
}
