const longestUrl = 2000;

/** The scripts that a page loads, whichever host they are on, in its order and none twice. */
export function scriptsOf(html: string, base: URL, limit: number): readonly URL[] {
  const found = new Map<string, URL>();
  for (const [, quoted, single, bare] of html.matchAll(
    /<script\b[^>]{0,1000}?\ssrc\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})'|([^\s"'<>]{1,2000}))/gi,
  )) {
    const link = (quoted ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim();
    if (!URL.canParse(link, base.href)) continue;
    const url = new URL(link, base);
    url.hash = '';
    if (!/^https?:$/.test(url.protocol) || url.href.length > longestUrl) continue;
    found.set(url.href, url);
    if (found.size === limit) break;
  }
  return [...found.values()];
}
