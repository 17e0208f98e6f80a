import { type Line, type Page, type PdfDocument, Renderer, type StructureElement } from './pdfmake.ts';
import type { Tag } from './tags.ts';

/** pdfmake lays out but does not tag: this writes each line into the structure tree, and all else as an artifact. */
export class TaggedRenderer extends Renderer {
  readonly #elements = new Map<Tag, StructureElement>();
  /** The page a column heading was first drawn on: on later pages it is repeated for the eye only. */
  readonly #headings = new Map<Tag, Page>();
  readonly #pageOf = new Map<unknown, Page>();

  constructor(document: PdfDocument, root: Tag) {
    super(document);
    document.addStructure(this.#elementOf(root));
  }

  override renderPages(pages: Page[]): void {
    for (const page of pages) for (const { item } of page.items) this.#pageOf.set(item, page);
    super.renderPages(pages);
  }

  override renderLine(line: Line, x: number, y: number): void {
    const tag = tagOf(line);
    const element = tag === undefined ? undefined : this.#elements.get(tag);
    if (tag === undefined || element === undefined || this.#isRepeated(tag, line)) {
      this.#asArtifact(() => super.renderLine(line, x, y));
      return;
    }
    const content = this.pdfDocument.markStructureContent(tag.role);
    this.pdfDocument._currentStructureElement = element;
    super.renderLine(line, x, y);
    this.pdfDocument._currentStructureElement = null;
    this.pdfDocument.endMarkedContent();
    element.add(content);
  }

  override renderVector(vector: object): void {
    this.#asArtifact(() => super.renderVector(vector));
  }

  #elementOf(tag: Tag): StructureElement {
    const element = this.pdfDocument.struct(tag.role, tag.scope === null ? {} : { scope: tag.scope });
    this.#elements.set(tag, element);
    for (const child of tag.children) element.add(this.#elementOf(child));
    return element;
  }

  #isRepeated(tag: Tag, line: Line): boolean {
    const page = this.#pageOf.get(line);
    if (tag.scope !== 'Column' || page === undefined) return false;
    const first = this.#headings.get(tag) ?? page;
    this.#headings.set(tag, first);
    return first !== page;
  }

  #asArtifact(draw: () => void): void {
    this.pdfDocument.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdfDocument.endMarkedContent();
  }
}

function tagOf(line: Line): Tag | undefined {
  return line.inlines.map((inline) => (inline as { tag?: Tag }).tag).find((tag) => tag !== undefined);
}
