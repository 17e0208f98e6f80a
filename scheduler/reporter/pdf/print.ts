import type { Locale } from '@enkaku/shared/model/text.ts';
import type { Content } from './content.ts';
import { family, fontFiles, fonts } from './fonts.ts';
import { bodySize, margin, page } from './paper.ts';
import { type LaidOut, LayoutBuilder, PDFDocument, type PdfDocument, tableLayouts } from './pdfmake.ts';
import { TaggedRenderer } from './tagged-renderer.ts';
import { rootTag, type Tag } from './tags.ts';

export interface Sheet {
  readonly title: string;
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly footer: (page: number, pages: number) => Content;
}

/** What the layout of the content may ask. */
export interface Drafting {
  readonly root: Tag;
  /** Text with the characters that the fonts lack written out. */
  readonly printable: (text: string) => string;
}

/**
 * pdfmake's own steps, one by one, because its front door hands over no structure tree. No address is ever opened:
 * images, attachments and URLs are not given, and of files only the fonts are read.
 */
export async function print(sheet: Sheet, draft: (drafting: Drafting) => Content): Promise<Uint8Array> {
  const pdf = new PDFDocument(
    fonts,
    {},
    {},
    {},
    {
      size: [page.width, page.height],
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: sheet.locale === 'ja' ? 'ja-JP' : 'en',
      autoFirstPage: false,
      font: null,
      info: { Title: sheet.title, Creator: 'Enkaku', Producer: 'pdfmake', CreationDate: sheet.createdAt },
    },
    null,
    (path) => fontFiles.has(path),
  );
  const root = rootTag();
  const content = draft({ root, printable: printableWith(pdf) });
  const builder = new LayoutBuilder(page, margin, null);
  builder.registerTableLayouts(tableLayouts);
  const pages = builder.layoutDocument(
    content,
    pdf,
    {},
    { font: family, fontSize: bodySize, lineHeight: 1.3 },
    undefined,
    undefined,
    sheet.footer,
    undefined,
    isHeadingAtTheBottom,
  );
  new TaggedRenderer(pdf, root).renderPages(pages);
  return await bytesOf(pdf);
}

/** A heading belongs to what follows: in the last part of a page it moves on to the next one. */
function isHeadingAtTheBottom(node: LaidOut): boolean {
  return node.headlineLevel === 1 && node.startPosition.top > page.height - margin.bottom - 110;
}

function printableWith(pdf: PdfDocument): (text: string) => string {
  const { font } = pdf.provideFont(family, false, false);
  return (text) =>
    [...text]
      .map((character) => {
        const code = character.codePointAt(0) ?? 0;
        const known = character === '\n' || font.hasGlyphForCodePoint(code);
        return known ? character : character === '\t' ? '  ' : `\\u{${code.toString(16)}}`;
      })
      .join('');
}

async function bytesOf(pdf: PdfDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk) => chunks.push(chunk));
  pdf.on('end', () => resolve(Buffer.concat(chunks)));
  pdf.on('error', reject);
  pdf.end();
  return await promise;
}
