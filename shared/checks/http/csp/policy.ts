/** One content security policy: its directives, each with its words. The first of a name counts (CSP3 §2.2.1). */
export interface Policy {
  readonly directives: ReadonlyMap<string, readonly string[]>;
  /** Names that are no directive's and repeated ones: browsers pass over them. */
  readonly ignored: readonly string[];
}

/** A header may hold several policies, separated by commas (CSP3 §2.2.2); all of them apply. */
export function parsePolicies(header: string): readonly Policy[] {
  return header
    .split(',')
    .map(parsePolicy)
    .filter(({ directives }) => directives.size > 0);
}

function parsePolicy(text: string): Policy {
  const directives = new Map<string, readonly string[]>();
  const ignored: string[] = [];
  for (const part of text.split(';')) {
    const [name = '', ...words] = part.trim().split(/[\t\n\f\r ]+/);
    const key = name.toLowerCase();
    if (key === '') continue;
    if (!directiveNames.has(key) || directives.has(key)) ignored.push(key);
    else directives.set(key, words);
  }
  return { directives, ignored };
}

/** Directives that limit where something is loaded from. */
const fetchDirectives: ReadonlySet<string> = new Set([
  'child-src',
  'connect-src',
  'default-src',
  'fenced-frame-src',
  'font-src',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'prefetch-src',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src',
  'style-src-attr',
  'style-src-elem',
  'worker-src',
]);

/** Those of CSP3, of its neighbours, and of earlier versions, which do no harm. */
const directiveNames: ReadonlySet<string> = new Set([
  ...fetchDirectives,
  'base-uri',
  'block-all-mixed-content',
  'form-action',
  'frame-ancestors',
  'navigate-to',
  'plugin-types',
  'referrer',
  'reflected-xss',
  'report-to',
  'report-uri',
  'require-sri-for',
  'require-trusted-types-for',
  'sandbox',
  'trusted-types',
  'upgrade-insecure-requests',
  'webrtc',
]);
