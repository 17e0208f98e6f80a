import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, ProbeError } from '../../../guard/guard.ts';
import { ByteStream } from '../byte-stream.ts';
import { LenientTls } from '../lenient-tls.ts';
import { stopIfAborted, unknownReason } from '../unknown-reason.ts';
import { Courtesy } from './courtesy.ts';
import { decodeBody } from './decode-body.ts';
import { exchangeHttp2 } from './http2-exchange.ts';
import { portOf } from './origin.ts';
import { buildRequest, type HttpRequest, sentBeside, userAgent } from './request.ts';
import { headerOf, type ParsedResponse, ResponseParser } from './response-parser.ts';

type AnyExchange = EvidenceData['http-response']['exchanges'][number];
/** One request and its answer, for the purposes of one kind of evidence. */
export type Exchange<P extends string = string> = Omit<AnyExchange, 'purpose'> & { readonly purpose: P };

export interface FetchTimes {
  /** For connecting and for each silence. */
  readonly waitMs: number;
  /** For the whole response. */
  readonly responseMs: number;
  /** For all requests together; later ones are not made. */
  readonly visitMs: number;
}

const maxBytes = 512 * 1024;

/**
 * Requests to one address, one connection each, at the order's pace and with courtesy. Where a URL leads is decided by
 * the caller; here it is only asked.
 */
export class Fetcher {
  readonly #guard: Guard;
  readonly #endpoint: Endpoint;
  readonly #times: FetchTimes;
  readonly #courtesy: Courtesy;
  readonly #tls = new Map<number, LenientTls>();

  constructor(guard: Guard, endpoint: Endpoint, times: FetchTimes) {
    this.#guard = guard;
    this.#endpoint = endpoint;
    this.#times = times;
    this.#courtesy = new Courtesy(times.visitMs, () => performance.now());
  }

  /**
   * @param see is shown the answer as it came, before it is described
   * @throws GuardError
   */
  async ask<P extends string>(
    purpose: P,
    request: HttpRequest,
    see: (answer: ParsedResponse) => void = () => {},
  ): Promise<Exchange<P>> {
    const { url, method = 'GET', protocol = 'HTTP/1.1', headers } = request;
    const sent = sentBeside(headers).map(([name, value]): [string, string] => [name, value]);
    const exchange = { purpose, method, protocol, url: url.href.slice(0, limits.line), sent };
    const refusal = this.#courtesy.refusal();
    if (refusal !== undefined) return { ...exchange, response: unknown(refusal) };
    try {
      return { ...exchange, response: await this.#answerTo(request, see) };
    } catch (error) {
      this.#courtesy.silence();
      return { ...exchange, response: unknown(unknownReason(error, this.#guard)) };
    }
  }

  /** A server that asks for a rest gets it, and is asked once more. */
  async #answerTo(
    request: HttpRequest,
    see: (answer: ParsedResponse) => void,
  ): Promise<AnyExchange['response']> {
    for (;;) {
      await this.#rest();
      await this.#guard.turnForRequest();
      const startedAt = performance.now();
      const parsed = request.protocol === 'HTTP/2' ? await this.#http2(request) : await this.#http1(request);
      if (parsed === undefined) return no;
      see(parsed);
      const answer = await describe(parsed, performance.now() - startedAt, request.mostBytes);
      const again = this.#courtesy.answer(answer.status, answer.elapsedMs, headerOf(answer, 'retry-after'));
      if (!again) return yes(answer);
    }
  }

  async #rest(): Promise<void> {
    const { signal } = this.#guard;
    await setTimeout(this.#courtesy.takePauseMs(), undefined, { signal }).catch(() => undefined);
    stopIfAborted(this.#guard);
  }

  #connect(url: URL): Promise<Socket> {
    const place = { address: this.#endpoint.host, port: portOf(url) };
    const isPlain = url.protocol !== 'https:';
    return isPlain ? this.#guard.connectTcp(place, this.#wait) : this.#connectTls(url, ['http/1.1']);
  }

  #connectTls(url: URL, alpn: readonly string[]): Promise<TLSSocket> {
    const port = portOf(url);
    const tls = this.#tls.get(port) ?? new LenientTls(this.#guard, { ...this.#endpoint, port }, 'direct');
    this.#tls.set(port, tls);
    return tls.connect({ ...this.#wait, alpn });
  }

  get #wait() {
    return { timeoutMs: this.#times.waitMs };
  }

  /** @throws ProbeError */
  async #http1(request: HttpRequest): Promise<ParsedResponse> {
    const socket = await this.#connect(request.url);
    using stream = new ByteStream(socket, { totalMs: this.#times.responseMs, maxBytes });
    stream.write(buildRequest(request, userAgent(this.#guard.order)));
    return await readResponse(stream, request);
  }

  /** @returns undefined where the server does not speak it. @throws ProbeError */
  async #http2(request: HttpRequest): Promise<ParsedResponse | undefined> {
    const socket = await this.#connectTls(request.url, ['h2', 'http/1.1']);
    if (socket.alpnProtocol === 'h2') {
      return await exchangeHttp2(socket, request, userAgent(this.#guard.order), this.#times.responseMs);
    }
    socket.destroy();
    return undefined;
  }
}

/** A response that breaks off after its head counts as far as it came: the head is an answer. */
async function readResponse(
  stream: ByteStream,
  { method, mostBytes = Number.POSITIVE_INFINITY }: HttpRequest,
): Promise<ParsedResponse> {
  const parser = new ResponseParser(method === 'HEAD' ? 'no-body' : 'body');
  try {
    for (let bytes = await stream.read(); bytes !== undefined; bytes = await stream.read()) {
      if (!parser.push(bytes) || parser.bodyBytes >= mostBytes) break;
    }
    if (parser.bodyBytes < mostBytes) parser.end();
  } catch (error) {
    if (!(error instanceof ProbeError) || !parser.hasHead) throw error;
  }
  const response = parser.result();
  if (response !== undefined) return response;
  throw new ProbeError(parser.isGarbled ? 'garbled' : 'closed', 'no HTTP response');
}

async function describe(parsed: ParsedResponse, elapsedMs: number, mostBytes?: number) {
  const contentEncoding = headerOf(parsed, 'content-encoding') ?? '';
  const contentType = headerOf(parsed, 'content-type') ?? '';
  const { text, whole } = await decodeBody(parsed.body, contentEncoding, contentType, mostBytes);
  return {
    status: parsed.status,
    headers: parsed.headers.map(([name, value]): [string, string] => [name, value]),
    body: text,
    bodyBytes: parsed.body.length,
    complete: parsed.complete && whole,
    elapsedMs: Math.round(elapsedMs),
    receivedAt: new Date().toISOString(),
  };
}
