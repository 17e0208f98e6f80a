import type { FeedFile } from '@enkaku/shared/knowledge/feed.ts';
import { feedIds } from '@enkaku/shared/knowledge/feeds.ts';
import { instant } from '@enkaku/shared/model/instant.ts';
import { configOf } from '../config.ts';
import { openDatabase } from '../context.ts';
import { readEnvironment } from '../env.ts';
import { addressesOf } from '../knowledge/addresses.ts';
import { fetchFeedFile } from '../knowledge/fetch.ts';
import { importFeeds } from '../knowledge/import.ts';
import { readFeedFiles } from '../knowledge/read-files.ts';
import { runCommand, UsageError } from './usage.ts';

const usage = 'usage: knowledge update | knowledge import PATH';

/** What is imported together, and from where. */
interface Delivery {
  readonly source: string;
  readonly files: readonly FeedFile[];
}

await runCommand('knowledge', async (args) => {
  const deliveries = deliveriesOf(args);
  await using store = await openDatabase(configOf(readEnvironment(process.env)).databaseUrl);
  const failures: string[] = [];
  for await (const delivery of deliveries) {
    try {
      const { source, files } = await delivery();
      const lines = await importFeeds(store, files, source, instant(Date.now()));
      process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  // One feed that cannot be had keeps no other from being brought up to date.
  if (failures.length > 0) throw new Error(failures.join('; '));
});

function deliveriesOf(args: readonly string[]): readonly (() => Promise<Delivery>)[] {
  const [action, place, ...more] = args;
  if (action === 'update' && place === undefined) {
    // Those that nobody publishes at an address are only imported.
    const published = feedIds
      .map((id) => addressesOf(id, process.env))
      .filter((addresses) => addresses.length > 0);
    return published.map((addresses) => () => fetchAll(addresses));
  }
  if (action === 'import' && place !== undefined && more.length === 0) {
    return [async () => ({ source: place, files: await readFeedFiles(place) })];
  }
  throw new UsageError(usage);
}

async function fetchAll(addresses: readonly string[]): Promise<Delivery> {
  const files: FeedFile[] = [];
  for (const address of addresses) files.push(await fetchFeedFile(address));
  return { source: addresses[0] ?? '', files };
}
