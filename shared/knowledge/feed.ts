/** One file of a feed, as its publisher writes it. */
export interface FeedFile {
  /** The file's own name, without its folder. */
  readonly name: string;
  readonly text: string;
}

export class InvalidFeedError extends Error {
  override readonly name = 'InvalidFeedError';
  readonly code = 'invalid-feed';
}

/** Published knowledge that checks and reports use. It is stored as it was published and read anew each time. */
export interface Feed<T = unknown> {
  readonly title: string;
  /** Its official addresses, one for each file. */
  readonly addresses: readonly string[];
  /** Told by a glance at its first characters, whether the rest is sound or not. */
  recognises(file: FeedFile): boolean;
  /** The feed, whole or not at all. @throws InvalidFeedError */
  parse(files: readonly FeedFile[]): ParsedFeed<T>;
}

export interface ParsedFeed<T> {
  readonly version: string;
  readonly entries: number;
  readonly value: T;
}

/** @throws InvalidFeedError */
export function parseFeedJson({ name, text }: FeedFile): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InvalidFeedError(`${name} is not JSON`);
  }
}
