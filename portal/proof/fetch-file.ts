import http from 'node:http';
import https from 'node:https';
import type { Address } from '@enkaku/shared/model/address.ts';

const timeoutMs = 5000;
const maxBytes = 8 * 1024;

export interface FileRequest {
  /** The only place that is connected to. */
  readonly address: Address;
  readonly port: number;
  readonly scheme: 'http' | 'https';
  /** As asked for: the Host header, and SNI where it is a name. */
  readonly host: string;
  readonly path: string;
  readonly userAgent: string;
}

/** The text of a small file, or why there is none. */
export type FileAnswer =
  | { readonly outcome: 'read'; readonly text: string }
  | { readonly outcome: 'status'; readonly status: number }
  | { readonly outcome: 'unreachable' | 'too-large' };

/** One GET to one pinned address: no name is resolved, no redirect followed, 8 KiB and five seconds at most. */
export async function fetchFile(wanted: FileRequest): Promise<FileAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const options: https.RequestOptions = {
    host: wanted.address,
    port: wanted.port,
    path: wanted.path,
    method: 'GET',
    signal,
    agent: false,
    headers: {
      host: hostHeader(wanted),
      'user-agent': wanted.userAgent,
      accept: 'text/plain',
      connection: 'close',
    },
  };
  // The file is the proof, over plain HTTP as well; a wrong certificate takes nothing from it.
  const tls = {
    rejectUnauthorized: false,
    ...(wanted.host === wanted.address ? {} : { servername: wanted.host }),
  };
  return await new Promise((resolve) => {
    const answer = (response: http.IncomingMessage) => void read(response).then(resolve);
    const request =
      wanted.scheme === 'https'
        ? https.request({ ...options, ...tls }, answer)
        : http.request(options, answer);
    request.on('error', () => resolve({ outcome: 'unreachable' }));
    request.end();
  });
}

async function read(response: http.IncomingMessage): Promise<FileAnswer> {
  if (response.statusCode !== 200) {
    response.destroy();
    return { outcome: 'status', status: response.statusCode ?? 0 };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) return { outcome: 'too-large' };
    }
  } catch {
    return { outcome: 'unreachable' };
  } finally {
    response.destroy();
  }
  return { outcome: 'read', text: Buffer.concat(chunks).toString('utf8') };
}

function hostHeader(wanted: FileRequest): string {
  const host = wanted.host.includes(':') ? `[${wanted.host}]` : wanted.host;
  const usual = wanted.scheme === 'https' ? 443 : 80;
  return wanted.port === usual ? host : `${host}:${wanted.port}`;
}
