import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeBody, storedBodyBytes } from './decode-body.ts';

const html = '<title>市役所</title>';

describe('a body', () => {
  test.each([
    ['', Buffer.from(html)],
    ['identity', Buffer.from(html)],
    ['gzip', gzipSync(html)],
    ['GZIP', gzipSync(html)],
    ['deflate', deflateSync(html)],
    ['deflate', deflateRawSync(html)],
    ['br', brotliCompressSync(html)],
  ])('sent as %j is text', async (encoding, body) => {
    expect(await decodeBody(body, encoding, 'text/html; charset=utf-8')).toBe(html);
  });

  test.each([
    ['text/html; charset=Shift_JIS', '8e7396f08f8a', '市役所'],
    ['text/html; charset="euc-jp"', 'bbd4ccf2bdea', '市役所'],
    [
      'text/html',
      `${Buffer.from('<meta charset="shift_jis">').toString('hex')}8e73`,
      '<meta charset="shift_jis">市',
    ],
    ['text/html; charset=klingon', Buffer.from('市').toString('hex'), '市'],
  ])('of %s is read in that charset', async (type, hex, text) => {
    expect(await decodeBody(Buffer.from(hex, 'hex'), '', type)).toBe(text);
  });

  test('keeps its control characters', async () => {
    expect(await decodeBody(Buffer.from('a\0\x1b[31mb'), '', 'text/plain')).toBe('a\0\x1b[31mb');
  });

  test('cut in the middle of its compression gives what came before', async () => {
    const text = Array.from({ length: 3000 }, (_, i) => `line ${i * 7919}`).join('\n');
    const cut = gzipSync(text).subarray(0, 6000);
    expect(await decodeBody(cut, 'gzip', 'text/plain')).toMatch(/^line 0\nline 7919\n/);
  });

  test('that only claims to be compressed stays as it is', async () => {
    expect(await decodeBody(Buffer.from(html), 'gzip', 'text/html')).toBe(html);
    expect(await decodeBody(Buffer.from(html), 'zstd, klingon', 'text/html')).toBe(html);
  });

  test('of 100 MB in 100 KB goes off nowhere', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    const text = await decodeBody(bomb, 'gzip', 'text/html');
    expect(text).toHaveLength(storedBodyBytes);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });
});
