/** As sent, in order, names not changed. */
export type Headers = readonly (readonly [name: string, value: string])[];

export interface ResponseHead {
  readonly status: number;
  readonly headers: Headers;
}

export interface ParsedResponse extends ResponseHead {
  /** Without transfer coding, with content coding, at most `limits.body` bytes. */
  readonly body: Buffer;
  /** Whether the body came to its end, as its length, its last chunk or the end of the connection says. */
  readonly complete: boolean;
}

export const httpLimits = {
  head: 64 * 1024,
  headers: 128,
  name: 2048,
  value: 8192,
  body: 256 * 1024,
} as const;
const maxInterim = 8;

type State =
  | { readonly at: 'head' | 'chunk-size' | 'until-close' | 'done' | 'garbled' }
  | { readonly at: 'length' | 'chunk'; readonly left: number };

/**
 * One HTTP/1.1 response out of pieces of any size (RFC 9112). Interim responses are passed over; a body longer than
 * the limit is cut there. Anything that is not HTTP ends in `garbled`.
 */
export class ResponseParser {
  #state: State = { at: 'head' };
  #pending: Buffer = Buffer.alloc(0);
  #head: ResponseHead | null = null;
  #interim = 0;
  readonly #body: Buffer[] = [];
  readonly #expects: 'body' | 'no-body';
  #bodyBytes = 0;
  #complete = false;

  /** @param expects `no-body` for the answer to HEAD, whatever its head says */
  constructor(expects: 'body' | 'no-body' = 'body') {
    this.#expects = expects;
  }

  /** @returns whether more is wanted */
  push(bytes: Buffer): boolean {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    while (this.#step());
    return this.#state.at !== 'done' && this.#state.at !== 'garbled';
  }

  /** The peer has ended the connection, which is the end of a body without a length. */
  end(): void {
    if (this.#state.at === 'until-close') this.#complete = true;
  }

  get hasHead(): boolean {
    return this.#head !== null;
  }

  /** Of the body, so far. */
  get bodyBytes(): number {
    return this.#bodyBytes;
  }

  get isGarbled(): boolean {
    return this.#state.at === 'garbled';
  }

  /** What there is when the response or the connection has ended; undefined without a whole head. */
  result(): ParsedResponse | undefined {
    if (this.#head === null || this.#state.at === 'garbled') return undefined;
    return { ...this.#head, body: Buffer.concat(this.#body), complete: this.#complete };
  }

  #step(): boolean {
    const state = this.#state;
    switch (state.at) {
      case 'head':
        return this.#readHead();
      case 'chunk-size':
        return this.#readChunkSize();
      case 'until-close':
        return this.#readBody(Number.POSITIVE_INFINITY, state);
      case 'length':
        return this.#readBody(state.left, { at: 'done' });
      case 'chunk':
        return this.#readBody(state.left, { at: 'chunk-size' });
      default:
        return false;
    }
  }

  #readHead(): boolean {
    const end = endOfHead(this.#pending);
    const length = end ?? this.#pending.length;
    if (length > httpLimits.head || !couldBeHttp(this.#pending)) return this.#become({ at: 'garbled' });
    if (end === undefined) return false;
    const head = parseHead(this.#pending.toString('latin1', 0, end));
    this.#pending = this.#pending.subarray(end);
    if (head === undefined) return this.#become({ at: 'garbled' });
    // 101 would change the protocol: it is an answer, if a strange one.
    if (head.status < 200 && head.status !== 101) {
      return ++this.#interim > maxInterim ? this.#become({ at: 'garbled' }) : true;
    }
    this.#head = head;
    return this.#become(this.#expects === 'body' ? framingOf(head) : { at: 'done' });
  }

  #readChunkSize(): boolean {
    const end = this.#pending.indexOf(0x0a);
    if (end < 0) return this.#pending.length > 1024 ? this.#cutOff() : false;
    const line = this.#pending.toString('latin1', 0, end).trim();
    this.#pending = this.#pending.subarray(end + 1);
    // The line end after a chunk's data.
    if (line === '' && this.#bodyBytes > 0) return true;
    const size = /^[0-9a-f]{1,8}(?=$|[ \t;])/i.exec(line)?.[0];
    const left = Number.parseInt(size ?? '0', 16);
    if (left > 0) return this.#become({ at: 'chunk', left });
    return size === undefined ? this.#cutOff() : this.#become({ at: 'done' });
  }

  #readBody(left: number, after: State): boolean {
    if (left > 0 && this.#pending.length === 0) return false;
    const room = httpLimits.body - this.#bodyBytes;
    const taken = this.#pending.subarray(0, Math.min(left, room));
    this.#pending = this.#pending.subarray(taken.length);
    this.#bodyBytes += taken.length;
    this.#body.push(taken);
    if (this.#bodyBytes >= httpLimits.body) return this.#cutOff();
    if (left === taken.length || this.#state.at === 'until-close') return this.#become(after);
    return this.#become({ at: this.#state.at === 'length' ? 'length' : 'chunk', left: left - taken.length });
  }

  /** Nothing more is read, though there would be more, or nothing that makes sense. */
  #cutOff(): false {
    this.#state = { at: 'done' };
    return false;
  }

  #become(state: State): boolean {
    this.#state = state;
    if (state.at === 'done') this.#complete = true;
    return state.at !== 'done' && state.at !== 'garbled';
  }
}

export function headerOf({ headers }: ResponseHead, name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

function framingOf(head: ResponseHead): State {
  if (head.status === 101 || head.status === 204 || head.status === 304) return { at: 'done' };
  if (/\bchunked\s*$/i.test(headerOf(head, 'transfer-encoding') ?? '')) return { at: 'chunk-size' };
  const length = headerOf(head, 'content-length')?.trim() ?? '';
  if (!/^\d{1,15}$/.test(length)) return { at: 'until-close' };
  return Number(length) === 0 ? { at: 'done' } : { at: 'length', left: Number(length) };
}

function couldBeHttp(bytes: Buffer): boolean {
  const start = 'HTTP/1.';
  return start.startsWith(bytes.toString('latin1', 0, start.length));
}

/** Behind the empty line. A bare LF ends a line too (RFC 9112 §2.2). */
function endOfHead(bytes: Buffer): number | undefined {
  const ends = ['\r\n\r\n', '\n\n', '\n\r\n']
    .map((mark) => ({ at: bytes.indexOf(mark), length: mark.length }))
    .filter(({ at }) => at >= 0)
    .map(({ at, length }) => at + length);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function parseHead(text: string): ResponseHead | undefined {
  const [first = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const status = Number(/^HTTP\/1\.\d ([1-9]\d\d)(?: |$)/.exec(first)?.[1]);
  const headers = unfold(lines).map(parseHeader);
  if (Number.isNaN(status) || headers.length > httpLimits.headers) return undefined;
  // A line that is no header is a fault of the server's that browsers pass over as well.
  return { status, headers: headers.filter((header) => header !== undefined) };
}

/** obs-fold (RFC 9112 §5.2): a line that begins with a space goes on with the one before. */
function unfold(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.pop();
    if (before === undefined || !/^[ \t]/.test(line))
      joined.push(...(before === undefined ? [] : [before]), line);
    else joined.push(`${before} ${line.trim()}`);
  }
  return joined;
}

function parseHeader(line: string): readonly [string, string] | undefined {
  const colon = line.indexOf(':');
  if (colon < 1 || colon > httpLimits.name) return undefined;
  return [
    line.slice(0, colon).trimEnd(),
    line
      .slice(colon + 1)
      .trim()
      .slice(0, httpLimits.value),
  ];
}
