import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { ProbeError } from '../../../guard/guard.ts';
import { speakHttp2 } from '../../../guard/http2.ts';
import { type HttpRequest, headersOf, targetOf } from './request.ts';
import { type Headers, httpLimits, type ParsedResponse } from './response-parser.ts';

/** One request and its response over HTTP/2 (RFC 9113); the connection ends with it. @throws ProbeError */
export async function exchangeHttp2(
  socket: TLSSocket,
  request: HttpRequest,
  agent: string,
  totalMs: number,
): Promise<ParsedResponse> {
  const { url, method = 'GET' } = request;
  const session = speakHttp2(socket, url.host);
  try {
    const headers = Object.fromEntries(headersOf(request, agent).filter(([name]) => name !== 'Host'));
    return await readResponse(session, totalMs, () =>
      session.request({ ...headers, ':method': method, ':authority': url.host, ':path': targetOf(request) }),
    );
  } catch (error) {
    throw ofTheSession(error);
  } finally {
    session.destroy();
    socket.destroy();
  }
}

/** A session that ended before it was asked throws where it is asked. */
function ofTheSession(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_HTTP2') ? new ProbeError('closed', code, { cause: error }) : error;
}

/** What has come when the time is over counts, once the head is there. */
function readResponse(
  session: ClientHttp2Session,
  totalMs: number,
  ask: () => ClientHttp2Stream,
): Promise<ParsedResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<ParsedResponse>();
  const body: Buffer[] = [];
  let bodyBytes = 0;
  let head: { status: number; headers: Headers } | undefined;
  const end = (complete: boolean, why: ProbeError['reason'], message: string) => {
    clearTimeout(timer);
    if (head === undefined) reject(new ProbeError(why, message));
    else resolve({ ...head, body: Buffer.concat(body).subarray(0, httpLimits.body), complete });
  };
  const timer = setTimeout(() => end(false, 'timeout', 'no answer in time'), totalMs);
  const fail = (error: Error) => end(false, 'garbled', error.message);
  session.on('error', fail);
  session.on('close', () => end(false, 'closed', 'the connection was closed'));
  const stream = ask();
  stream.on('response', ({ ':status': status = 0 }, _flags, raw: readonly string[] = []) => {
    head = { status, headers: pairs(raw) };
    if (status < 100 || status > 999 || head.headers.length > httpLimits.headers) {
      head = undefined;
      fail(new Error('no HTTP response'));
    }
  });
  stream.on('data', (bytes: Buffer) => {
    body.push(bytes);
    bodyBytes += bytes.length;
    if (bodyBytes >= httpLimits.body) end(false, 'garbled', 'the peer sent more than we take');
  });
  stream.on('end', () => end(true, 'closed', 'no HTTP response'));
  stream.on('error', fail);
  return promise;
}

/** The raw list of names and values, without pseudo-headers. */
function pairs(raw: readonly string[]): Headers {
  return raw.flatMap((name, at) =>
    at % 2 === 0 && !name.startsWith(':')
      ? [[name.slice(0, httpLimits.name), (raw[at + 1] ?? '').slice(0, httpLimits.value)] as const]
      : [],
  );
}
