import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FeedFile } from '@enkaku/shared/knowledge/feed.ts';
import { FeedUnavailableError, mostFeedBytes } from './fetch.ts';

const mostFiles = 200;

/** A file in an official format, or all files of a folder. @throws FeedUnavailableError */
export async function readFeedFiles(place: string): Promise<readonly FeedFile[]> {
  const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
    throw new FeedUnavailableError(
      error.code === 'ENOENT' ? `no such file: ${place}` : `${place}: ${error.message}`,
    );
  });
  if (!found.isDirectory()) return [await readOne(place, found.size)];
  const entries = await readdir(place, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(place, name));
  if (files.length > mostFiles) throw new FeedUnavailableError(`${place} holds more than ${mostFiles} files`);
  return await Promise.all(files.toSorted().map(async (file) => readOne(file, (await stat(file)).size)));
}

async function readOne(file: string, size: number): Promise<FeedFile> {
  if (size > mostFeedBytes) throw new FeedUnavailableError(`${file} is larger than any feed that is known`);
  return { name: path.basename(file), text: await readFile(file, 'utf8') };
}
