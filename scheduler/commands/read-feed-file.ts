import { open } from 'node:fs/promises';
import { FeedUnavailableError, mostFeedBytes, parseJson } from './fetch-feed.ts';

/** A feed from a file in its official format. @throws FeedUnavailableError */
export async function readFeedFile(path: string): Promise<unknown> {
  await using file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new FeedUnavailableError(
      error.code === 'ENOENT' ? `no such file: ${path}` : `${path}: ${error.message}`,
    );
  });
  const { size } = await file.stat();
  if (size > mostFeedBytes) throw new FeedUnavailableError(`${path} is larger than any feed that is known`);
  return parseJson(await file.readFile('utf8'), path);
}
