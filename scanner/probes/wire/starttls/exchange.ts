/** What the server's words mean so far. `no-tls`: it said itself that there is none. `blocked`: it does not want to talk. */
export type Heard = 'more' | 'go-on' | 'no-tls' | 'blocked' | 'garbled';

/** One thing said and its answer. `hear` is given everything received since. */
export interface Exchange {
  /** null: the server speaks first. @param to the name asked for, or the address */
  readonly say: ((to: string) => Buffer | string) | null;
  readonly hear: (received: Buffer) => Heard;
}

/** The way to TLS in one protocol; after the last exchange the next byte is TLS. */
export type Starttls = readonly Exchange[];

/** The first line that is complete and that `wanted` takes; undefined while there is none. */
export function lineIn(received: Buffer, wanted: RegExp): string | undefined {
  const lines = received.toString('latin1').split('\r\n');
  return lines.slice(0, -1).find((line) => wanted.test(line));
}
