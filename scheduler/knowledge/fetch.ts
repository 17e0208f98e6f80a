import path from 'node:path';
import type { FeedFile } from '@enkaku/shared/knowledge/feed.ts';

export const mostFeedBytes = 64 * 1024 * 1024;
const longestMs = 60_000;

export class FeedUnavailableError extends Error {
  override readonly name = 'FeedUnavailableError';
  readonly code = 'feed-unavailable';
}

/** A file of a feed from its address, within a minute and 64 MiB. @throws FeedUnavailableError */
export async function fetchFeedFile(url: string): Promise<FeedFile> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(longestMs) });
    if (!response.ok) throw new FeedUnavailableError(`${url} answered ${response.status}`);
    return { name: path.posix.basename(new URL(url).pathname), text: await readText(response, url) };
  } catch (error) {
    if (error instanceof FeedUnavailableError) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new FeedUnavailableError(
      `${url} cannot be reached: ${cause instanceof Error ? cause.message : cause}`,
    );
  }
}

async function readText(response: Response, url: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostFeedBytes) throw new FeedUnavailableError(`${url} is larger than any feed that is known`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
