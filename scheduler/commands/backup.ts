import { existsSync } from 'node:fs';
import { instant } from '@enkaku/shared/model/instant.ts';
import { configOf } from '../config.ts';
import { openDatabase } from '../context.ts';
import { readEnvironment } from '../env.ts';
import { writeCopy } from './copy/write-copy.ts';
import { runCommand, UsageError } from './usage.ts';

await runCommand('backup', async ([file, ...more]) => {
  if (file === undefined || file.startsWith('-') || more.length > 0)
    throw new UsageError('usage: backup FILE');
  if (existsSync(file)) throw new Error(`${file} is there already`);
  const { databaseUrl } = configOf(readEnvironment(process.env));
  const database = /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
  if (database !== undefined && !existsSync(database)) throw new Error(`no database at ${database}`);
  await using store = await openDatabase(databaseUrl);
  const rows = await writeCopy(store, file, instant(Date.now()));
  process.stdout.write(`${rows} rows → ${file}\n`);
});
