import { createRequire } from 'node:module';

/** The parts of pdfmake 0.3.11 that lie below its front door, with their types as far as they are used here. */
const require = createRequire(import.meta.url);
const part = <T>(name: string): T => require(`pdfmake/js/${name}.js`) as T;

export interface StructureElement {
  add(child: StructureElement | StructureContent): StructureElement;
}

export interface StructureContent {
  readonly refs: readonly unknown[];
}

export interface PdfDocument {
  _currentStructureElement: StructureElement | null;
  provideFont(
    family: string,
    bold: boolean,
    italics: boolean,
  ): { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  struct(type: string, options?: { readonly scope?: string }): StructureElement;
  addStructure(element: StructureElement): this;
  markStructureContent(type: string): StructureContent;
  markContent(type: string, options: { readonly type: string }): this;
  endMarkedContent(): this;
  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  end(): void;
}

export interface Page {
  readonly items: readonly { readonly item: unknown }[];
}

export interface LaidOut {
  readonly headlineLevel?: number;
  readonly startPosition: { readonly top: number };
}

export interface Line {
  readonly inlines: readonly object[];
}

interface LayoutBuilder {
  registerTableLayouts(layouts: object): void;
  layoutDocument(
    content: unknown,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: undefined,
    footer: unknown,
    watermark: undefined,
    pageBreakBefore: (node: LaidOut) => boolean,
  ): Page[];
}

interface Renderer {
  readonly pdfDocument: PdfDocument;
  renderPages(pages: Page[]): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: object): void;
}

export const PDFDocument = part<{
  default: new (
    fonts: Readonly<Record<string, Readonly<Record<string, string>>>>,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFs: null,
    localAccessPolicy: (path: string) => boolean,
  ) => PdfDocument;
}>('PDFDocument').default;

export const LayoutBuilder = part<{
  default: new (size: object, margins: object, svgMeasure: null) => LayoutBuilder;
}>('LayoutBuilder').default;

export const Renderer = part<{ default: new (document: PdfDocument) => Renderer }>('Renderer').default;

export const { tableLayouts } = part<{ tableLayouts: object }>('tableLayouts');
