const linkLimit = 2000;

/** Links of a page to its own origin, in its order. */
export function linksOf(html: string, page: URL): readonly URL[] {
  const found: URL[] = [];
  for (const [, quoted, bare] of html.matchAll(
    /\bhref\s*=\s*(?:["']([^"'<>]{1,1000})["']|([^\s"'<>]{1,1000}))/gi,
  )) {
    const link = (quoted ?? bare ?? '').replaceAll('&amp;', '&');
    if (!URL.canParse(link, page.href)) continue;
    const url = new URL(link, page);
    url.hash = '';
    if (url.origin === page.origin && url.href.length <= linkLimit) found.push(url);
    if (found.length >= 500) break;
  }
  return found;
}

/** The page where people sign in, by the name of its file or folder. */
export function loginLink(html: string, page: URL): URL | undefined {
  const named = /(?:^|[/_.-])(?:log-?in|sign-?in|logon|auth|mypage)(?:$|[/_.-])/i;
  const acting = /(?:log|sign)-?(?:out|off)/i;
  return linksOf(html, page).find(
    ({ pathname, href }) => named.test(pathname) && !acting.test(href) && href !== page.href,
  );
}

/** Names of parameters that tell a page where to send people on. */
const onward = ['url', 'redirect', 'redirect_uri', 'return', 'returnUrl', 'next', 'goto', 'dest'] as const;

/** A link of the page that names where to go on, else the page itself, with a foreign address in that place. */
export function foreignLink(html: string, page: URL, foreign: string): URL {
  const lower: ReadonlySet<string> = new Set(onward.map((name) => name.toLowerCase()));
  for (const link of linksOf(html, page)) {
    const name = [...link.searchParams.keys()].find((key) => lower.has(key.toLowerCase()));
    if (name === undefined) continue;
    link.searchParams.set(name, foreign);
    return link;
  }
  const url = new URL(page);
  url.search = onward.map((name) => `${name}=${encodeURIComponent(foreign)}`).join('&');
  return url;
}
