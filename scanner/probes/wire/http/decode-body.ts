import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { storedCharacters } from '@enkaku/shared/evidence/http-answer.ts';

/** Bytes that may be needed for the characters that are kept: at most three each in UTF-8 (of the basic plane). */
const decodedBytes = storedCharacters * 3;

export interface DecodedBody {
  readonly text: string;
  /** Whether that is all of it. */
  readonly whole: boolean;
}

/** The beginning of a body as text. A content coding is undone only as far as needed: no bomb goes off. */
export async function decodeBody(
  body: Buffer,
  contentEncoding: string,
  contentType: string,
  most = storedCharacters,
): Promise<DecodedBody> {
  const { bytes, whole } = await decompress(body, contentEncoding.trim().toLowerCase());
  const text = decode(bytes.subarray(0, decodedBytes), contentType);
  const kept = text.slice(0, Math.min(most, storedCharacters));
  return { text: kept, whole: whole && bytes.length <= decodedBytes && kept.length === text.length };
}

interface Beginning {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/** What cannot be undone stays as it is. */
async function decompress(body: Buffer, encoding: string): Promise<Beginning> {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return beginning(createGunzip(), body);
    case 'br':
      return beginning(createBrotliDecompress(), body);
    case 'deflate':
      // RFC 9110 §8.4.1.2: zlib format; some servers send it without the zlib header.
      return beginning(((body[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw(), body);
    case '':
    case 'identity':
      return { bytes: body, whole: true };
    default:
      return { bytes: body, whole: false };
  }
}

async function beginning(decompressor: Transform, body: Buffer): Promise<Beginning> {
  const chunks: Buffer[] = [];
  let length = 0;
  let whole = true;
  decompressor.end(body);
  try {
    for await (const chunk of decompressor as AsyncIterable<Buffer>) {
      length += chunk.length;
      chunks.push(chunk);
      if (length >= decodedBytes) {
        whole = false;
        break;
      }
    }
  } catch {
    // A cut or broken stream: what was decoded before its end is kept.
    whole = false;
  }
  return { bytes: chunks.length === 0 ? body : Buffer.concat(chunks), whole };
}

/** The charset of the header, else of a meta element, else UTF-8. Japanese pages still come in Shift_JIS and EUC-JP. */
function decode(body: Buffer, contentType: string): string {
  const meta = () =>
    /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(body.toString('latin1', 0, 1024))?.[1];
  const label = /charset=["']?([\w-]{1,40})/i.exec(contentType)?.[1] ?? meta() ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return new TextDecoder('utf-8').decode(body);
  }
}
