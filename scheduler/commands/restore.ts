import { existsSync } from 'node:fs';
import { configOf } from '../config.ts';
import { openDatabase } from '../context.ts';
import { readEnvironment } from '../env.ts';
import { readCopy } from './copy/read-copy.ts';
import { runCommand, UsageError } from './usage.ts';

await runCommand('restore', async ([file, ...more]) => {
  if (file === undefined || file.startsWith('-') || more.length > 0)
    throw new UsageError('usage: restore FILE');
  if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  await using store = await openDatabase(configOf(readEnvironment(process.env)).databaseUrl);
  const rows = await readCopy(store, file);
  process.stdout.write(`${file} → ${rows} rows\n`);
});
