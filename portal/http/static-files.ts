import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Handler } from 'hono';
import type { PortalEnv } from './env.ts';
import { notFound } from './problem.ts';

const own = ['theme.css', 'layout.css', 'form.css', 'table.css', 'report.css', 'progress.js', 'icon.svg'];
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The few files a page needs, read once; there is no way from a request to any other file. */
export function staticFiles(): Handler<PortalEnv> {
  const tokens = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css');
  const folder = path.join(import.meta.dirname, '..', 'static');
  const files = new Map(
    [tokens, ...own.map((name) => path.join(folder, name))].map((file) => {
      const body = readFileSync(file);
      const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
      return [path.basename(file), { body, tag, mediaType: mediaTypes[path.extname(file)] ?? '' }];
    }),
  );
  return (c) => {
    const file = files.get(c.req.param('name') ?? '');
    if (file === undefined) throw notFound();
    const headers = { ETag: file.tag, 'Cache-Control': 'public, max-age=300' };
    if (c.req.header('if-none-match') === file.tag) return c.body(null, 304, headers);
    return c.body(file.body, 200, { ...headers, 'Content-Type': file.mediaType });
  };
}
