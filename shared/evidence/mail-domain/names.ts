/** RFC 9989 §4.10 (the successor of RFC 7489): a walk up the tree asks at most so many names. */
const mostSteps = 8;

/** The names at which a DMARC policy for this domain may stand, the nearest first. */
export function dmarcNames(domain: string): readonly string[] {
  const labels = domain.split('.');
  const parents = labels.map((_, index) => labels.slice(index)).filter(({ length }) => length >= 1);
  // Of a name with more labels than steps, those in the middle are passed over.
  const [own, ...above] = parents;
  const near = above.length < mostSteps ? above : above.slice(-(mostSteps - 1));
  return [own, ...near].flatMap((name) => (name === undefined ? [] : [`_dmarc.${name.join('.')}`]));
}

/** Selectors that mail services and programs use by themselves. They cannot be listed: one not found proves nothing. */
export const dkimSelectors = [
  ...['default', 'dkim', 'mail', 'email', 'selector1', 'selector2', 'google', 's1', 's2', 'k1', 'k2', 'k3'],
  ...[
    'key1',
    'key2',
    'mx',
    'smtp',
    'm1',
    'm2',
    'sig1',
    'dk',
    'sel1',
    'sel2',
    'zoho',
    'fm1',
    'fm2',
    'amazonses',
  ],
  ...['mandrill', 'cm', 'sendgrid'],
] as const;

/** Where a DKIM key of this domain stands (RFC 6376 §3.6.2.1). */
export function dkimName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`;
}

/** The mail domains of `mailto:` addresses in a report list (`rua`), without their size limits. */
export function reportDomains(list: string): readonly string[] {
  const domains = list
    .split(',')
    .flatMap(
      (uri) =>
        /^\s*mailto:[^@\s]+@([a-z0-9.-]+?)(?:![0-9]+[kmgt]?)?\s*$/i.exec(uri)?.[1]?.toLowerCase() ?? [],
    );
  return [...new Set(domains)];
}
