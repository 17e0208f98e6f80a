/** A start or end tag as it stands in a page; attribute names in lower case, the first of a name counts. */
export interface Tag {
  readonly name: string;
  readonly kind: 'start' | 'end';
  readonly attributes: ReadonlyMap<string, string>;
  /** The characters of the tag, `<` to `>`. */
  readonly source: string;
}

/** Elements whose content is text, not markup (WHATWG HTML §13.2.6.2). */
const textOnly: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

/** The tags of a page in one pass, never back: comments and scripts are passed over, an unfinished tag ends it. */
export function* tagsOf(html: string): Generator<Tag> {
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) return;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end < 0) return;
      at = end + 3;
      continue;
    }
    if (!/^<\/?[a-z]/i.test(html.slice(open, open + 3))) {
      at = open + 1;
      continue;
    }
    const tag = readTag(html, open);
    if (tag === undefined) return;
    yield tag;
    at = open + tag.source.length;
    if (tag.kind === 'start' && textOnly.has(tag.name)) {
      const end = new RegExp(`</${tag.name}[\\t\\n\\f\\r />]`, 'gi');
      end.lastIndex = at;
      const found = end.exec(html);
      if (found === null) return;
      at = found.index;
    }
  }
}

function readTag(html: string, open: number): Tag | undefined {
  const kind = html[open + 1] === '/' ? 'end' : 'start';
  let at = open + (kind === 'end' ? 2 : 1);
  const until = (stop: RegExp): string => {
    const begin = at;
    while (at < html.length && !stop.test(html[at] ?? '')) at++;
    return html.slice(begin, at);
  };
  const name = until(/[\t\n\f\r />]/).toLowerCase();
  const attributes = new Map<string, string>();
  for (;;) {
    until(/[^\t\n\f\r /]/);
    if (at >= html.length) return undefined;
    if (html[at] === '>') return { name, kind, attributes, source: html.slice(open, at + 1) };
    const begin = at;
    if (html[at] === '=') at++;
    until(/[\t\n\f\r /=>]/);
    const key = html.slice(begin, at).toLowerCase();
    until(/[^\t\n\f\r ]/);
    let value = '';
    if (html[at] === '=') {
      at++;
      until(/[^\t\n\f\r ]/);
      const quote = html[at];
      if (quote === '"' || quote === "'") {
        at++;
        value = until(quote === '"' ? /"/ : /'/);
        at++;
      } else value = until(/[\t\n\f\r >]/);
    }
    if (!attributes.has(key)) attributes.set(key, value);
  }
}

/** `<meta http-equiv=… content=…>` that take the place of a header. */
export function metaHeader(
  html: string,
  name: string,
): { readonly content: string; readonly source: string } | undefined {
  for (const { name: element, kind, attributes, source } of tagsOf(html)) {
    if (element !== 'meta' || kind === 'end') continue;
    const content = attributes.get('content');
    if (attributes.get('http-equiv')?.trim().toLowerCase() === name && content !== undefined)
      return { content, source };
  }
  return undefined;
}
