import type { Request } from './env.ts';

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file to keep, never one to open inside the portal. The name is given in ASCII and in full (RFC 6266, RFC 8187). */
export function sendDownload(c: Request, file: Download): Response {
  const ascii = file.name.replaceAll(/[^\w.-]/g, '_');
  const full = encodeURIComponent(file.name).replaceAll(
    /['()*]/g,
    (found) => `%${found.charCodeAt(0).toString(16)}`,
  );
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${full}`,
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
}
