import { inflateRawSync } from 'node:zlib';
import { aReport } from '@enkaku/shared/report/build.fixture.ts';
import { describe, expect, it } from 'vitest';
import { renderFiles } from './render.ts';

const files = await renderFiles(aReport(), { locale: 'ja' });
const bytesOf = (name: string) => Buffer.from(files.find((file) => file.name === name)?.bytes ?? []);

describe('renderFiles', () => {
  it('every form that the contract names', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'report.json',
      'report.html',
      'report.en.html',
      'report.pdf',
      'findings.csv',
      'findings.xlsx',
    ]);
  });

  it('report.json is the report itself', () => {
    expect(JSON.parse(bytesOf('report.json').toString())).toEqual(aReport());
  });

  it('both languages of the page lead to each other', () => {
    expect(bytesOf('report.html').toString()).toMatch(/<html lang="ja">[\s\S]*href="report\.en\.html"/);
    expect(bytesOf('report.en.html').toString()).toMatch(/<html lang="en">[\s\S]*href="report\.html"/);
  });

  it('something that is no report → refused, with nothing rendered', async () => {
    const wrong = { ...aReport(), grade: 'F' };
    // biome-ignore lint/suspicious/noExplicitAny: what the type forbids is what is tested
    await expect(renderFiles(wrong as any, { locale: 'ja' })).rejects.toThrow(/grade/);
  });

  it('the workbook holds text and numbers, and no formula', () => {
    const sheets = [...unzip(bytesOf('findings.xlsx'))].filter(([name]) =>
      /^xl\/worksheets\/[^/]+\.xml$/.test(name),
    );
    const strings = [...unzip(bytesOf('findings.xlsx'))].map(([, text]) => text).join('');
    expect(sheets).toHaveLength(5);
    expect(sheets.map(([, text]) => text).join('')).not.toMatch(/<f[ >]/);
    expect(strings).toContain('=HYPERLINK(');
    expect(strings).not.toContain('<script>alert');
  });
});

/** The entries of a ZIP file, through its central directory. */
function* unzip(zip: Buffer): Generator<[name: string, text: string]> {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    yield [
      zip.subarray(at + 46, at + 46 + nameLength).toString(),
      (method === 8 ? inflateRawSync(data) : data).toString(),
    ];
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
