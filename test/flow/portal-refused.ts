/** The portal did not do what was asked; `page` is what it showed. */
export class PortalRefusedError extends Error {
  override readonly name = 'PortalRefusedError';
  readonly code = 'portal-refused';
  readonly status: number;
  readonly page: string;

  constructor(what: string, status: number, page: string) {
    const said = [...page.matchAll(/class="(?:field__error|lead)"[^>]*>(.*?)<\/p>/gs)].map(([, text = '']) =>
      plainText(text),
    );
    super(`${what}: ${status} ${said.join(' / ')}`);
    this.status = status;
    this.page = page;
  }
}

/** What a piece of a page says, without its markup. */
export function plainText(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .trim();
}
