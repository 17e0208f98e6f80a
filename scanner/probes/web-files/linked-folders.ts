/**
 * Folders of the same origin that a page links to, deepest part dropped: `/images/logo.png` → `/images/`.
 * @param limit how many at most, in the order of the page
 */
export function linkedFolders(html: string, base: URL, limit: number): readonly string[] {
  const folders = new Set<string>();
  for (const [, quoted, bare] of html.matchAll(
    /\b(?:src|href)\s*=\s*(?:["']([^"'<>]{1,1000})["']|([^\s"'<>]{1,1000}))/gi,
  )) {
    const link = quoted ?? bare ?? '';
    if (!URL.canParse(link, base.href)) continue;
    const url = new URL(link, base);
    const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
    if (url.origin !== base.origin || folder === '/' || folder.length > 200) continue;
    folders.add(folder);
    if (folders.size === limit) break;
  }
  return [...folders];
}
