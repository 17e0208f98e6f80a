import type { Socket } from 'node:net';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, ProbeError } from '../../guard/guard.ts';
import { ByteStream } from '../wire/byte-stream.ts';
import { LenientTls } from '../wire/lenient-tls.ts';
import { portOf } from '../wire/tls-route.ts';
import { unknownReason } from '../wire/unknown-reason.ts';
import { decodeBody } from './decode-body.ts';
import { buildRequest, userAgent } from './request.ts';
import { headerOf, type ParsedResponse, ResponseParser } from './response-parser.ts';

export type Exchange = EvidenceData['http-response']['exchanges'][number];
export type Purpose = Exchange['purpose'];

export interface FetchTimes {
  /** For connecting and for each silence. */
  readonly waitMs: number;
  /** For the whole response. */
  readonly responseMs: number;
}

const maxBytes = 512 * 1024;

/** GETs to one address, one connection each. Where a URL leads is decided by the caller; here it is only asked. */
export class Fetcher {
  readonly #guard: Guard;
  readonly #endpoint: Endpoint;
  readonly #times: FetchTimes;
  readonly #tls = new Map<number, LenientTls>();

  constructor(guard: Guard, endpoint: Endpoint, times: FetchTimes) {
    this.#guard = guard;
    this.#endpoint = endpoint;
    this.#times = times;
  }

  /** @throws GuardError */
  async get(purpose: Purpose, url: URL): Promise<Exchange> {
    const shown = url.href.slice(0, limits.line);
    try {
      await this.#guard.turnForRequest();
      const socket = await this.#connect(url);
      return { purpose, url: shown, response: await this.#exchange(socket, url) };
    } catch (error) {
      return { purpose, url: shown, response: unknown(unknownReason(error, this.#guard)) };
    }
  }

  #connect(url: URL): Promise<Socket> {
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const endpoint = { ...this.#endpoint, port };
    const options = { timeoutMs: this.#times.waitMs };
    if (url.protocol !== 'https:') {
      return this.#guard.connectTcp({ address: endpoint.host, port: portOf(endpoint) }, options);
    }
    const tls = this.#tls.get(port) ?? new LenientTls(this.#guard, endpoint, 'direct');
    this.#tls.set(port, tls);
    return tls.connect({ ...options, alpn: ['http/1.1'] });
  }

  /** @throws ProbeError */
  async #exchange(socket: Socket, url: URL): Promise<Exchange['response']> {
    const startedAt = performance.now();
    using stream = new ByteStream(socket, { totalMs: this.#times.responseMs, maxBytes });
    stream.write(buildRequest(url, userAgent(this.#guard.order)));
    const parsed = await readResponse(stream);
    return yes(await describe(parsed, performance.now() - startedAt));
  }
}

/** A response that breaks off after its head counts as far as it came: the head is an answer. */
async function readResponse(stream: ByteStream): Promise<ParsedResponse> {
  const parser = new ResponseParser();
  try {
    for (let bytes = await stream.read(); bytes !== undefined; bytes = await stream.read()) {
      if (!parser.push(bytes)) break;
    }
  } catch (error) {
    if (!(error instanceof ProbeError) || !parser.hasHead) throw error;
  }
  const response = parser.result();
  if (response !== undefined) return response;
  throw new ProbeError(parser.isGarbled ? 'garbled' : 'closed', 'no HTTP response');
}

async function describe(parsed: ParsedResponse, elapsedMs: number) {
  const contentEncoding = headerOf(parsed, 'content-encoding') ?? '';
  const contentType = headerOf(parsed, 'content-type') ?? '';
  return {
    status: parsed.status,
    headers: parsed.headers.map(([name, value]): [string, string] => [name, value]),
    body: await decodeBody(parsed.body, contentEncoding, contentType),
    bodyBytes: parsed.body.length,
    elapsedMs: Math.round(elapsedMs),
  };
}
