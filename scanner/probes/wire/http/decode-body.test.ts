import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { storedCharacters } from '@enkaku/shared/evidence/http-answer.ts';
import { describe, expect, test } from 'vitest';
import { decodeBody } from './decode-body.ts';

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
    expect(await decodeBody(body, encoding, 'text/html; charset=utf-8')).toEqual({ text: html, whole: true });
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
    expect(await decodeBody(Buffer.from(hex, 'hex'), '', type)).toEqual({ text, whole: true });
  });

  test('keeps its control characters', async () => {
    expect((await decodeBody(Buffer.from('a\0\x1b[31mb'), '', 'text/plain')).text).toBe('a\0\x1b[31mb');
  });

  test('cut in the middle of its compression gives what came before', async () => {
    const text = Array.from({ length: 3000 }, (_, i) => `line ${i * 7919}`).join('\n');
    const cut = gzipSync(text).subarray(0, 6000);
    const { text: read, whole } = await decodeBody(cut, 'gzip', 'text/plain');
    expect(read).toMatch(/^line 0\nline 7919\n/);
    expect(whole).toBe(false);
  });

  test('that only claims to be compressed stays as it is', async () => {
    const asSent = { text: html, whole: false };
    expect(await decodeBody(Buffer.from(html), 'gzip', 'text/html')).toEqual(asSent);
    expect(await decodeBody(Buffer.from(html), 'zstd, klingon', 'text/html')).toEqual(asSent);
  });

  test('of 100 MB in 100 KB goes off nowhere', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    const { text, whole } = await decodeBody(bomb, 'gzip', 'text/html');
    expect(text).toHaveLength(storedCharacters);
    expect(whole).toBe(false);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });
});
