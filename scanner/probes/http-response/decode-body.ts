import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** What evidence holds of a body, in bytes before and so at most as many characters after decoding. */
export const storedBodyBytes = 16 * 1024;

/** The beginning of a body as text. A content coding is undone only as far as needed: no bomb goes off. */
export async function decodeBody(
  body: Buffer,
  contentEncoding: string,
  contentType: string,
): Promise<string> {
  const plain = await decompress(body, contentEncoding.trim().toLowerCase());
  const stored = plain.subarray(0, storedBodyBytes);
  return decode(stored, contentType).slice(0, storedBodyBytes);
}

/** What cannot be undone stays as it is. */
async function decompress(body: Buffer, encoding: string): Promise<Buffer> {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return beginning(createGunzip(), body);
    case 'br':
      return beginning(createBrotliDecompress(), body);
    case 'deflate':
      // RFC 9110 §8.4.1.2: zlib format; some servers send it without the zlib header.
      return beginning(((body[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw(), body);
    default:
      return body;
  }
}

async function beginning(decompressor: Transform, body: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  decompressor.end(body);
  try {
    for await (const chunk of decompressor as AsyncIterable<Buffer>) {
      length += chunk.length;
      chunks.push(chunk);
      if (length >= storedBodyBytes) break;
    }
  } catch {
    // A cut or broken stream: what was decoded before its end is kept.
  }
  return chunks.length === 0 ? body : Buffer.concat(chunks);
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
