/** RFC 7208 §4.6 and §12. */
export type Qualifier = '+' | '-' | '~' | '?';

export interface Mechanism {
  readonly kind: 'mechanism';
  readonly qualifier: Qualifier;
  readonly name: 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';
  /** Domain or address; empty where the domain itself is meant. */
  readonly value: string;
  /** Prefix lengths of `a`, `mx`, `ip4` and `ip6`. */
  readonly prefix4: number;
  readonly prefix6: number;
}

export interface Modifier {
  readonly kind: 'modifier';
  /** Lower case: `redirect`, `exp`, or one that is not known and means nothing. */
  readonly name: string;
  readonly value: string;
}

export interface Fault {
  readonly kind: 'fault';
  /** The term as it is written. */
  readonly term: string;
}

export type SpfTerm = Mechanism | Modifier | Fault;

/** Terms of one record; far more than any that passes the limits of RFC 7208. */
const mostTerms = 256;

export function isSpf(text: string): boolean {
  return /^v=spf1(?= |$)/i.test(text);
}

/** The terms behind `v=spf1`, in order. A fault makes the whole record a permanent error (RFC 7208 §4.6). */
export function parseSpf(text: string): readonly SpfTerm[] {
  return text
    .split(/ +/)
    .slice(1, mostTerms + 1)
    .filter((term) => term !== '')
    .map(parseTerm);
}

function parseTerm(term: string): SpfTerm {
  const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(term);
  if (modifier !== null) {
    const [, name = '', value = ''] = modifier;
    return isDomainSpec(value) || !/^(?:redirect|exp)$/i.test(name)
      ? { kind: 'modifier', name: name.toLowerCase(), value }
      : { kind: 'fault', term };
  }
  const parts =
    /^([-+~?]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?::([^/]*(?:\/(?![\d/])[^/]*)*))?(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/i.exec(
      term,
    );
  if (parts === null) return { kind: 'fault', term };
  const [, qualifier, spelt = '', value, short, long] = parts;
  const name = spelt.toLowerCase() as Mechanism['name'];
  const prefixes = prefixesOf(name, short, long);
  if (prefixes === undefined || !isValueOf(name, value)) return { kind: 'fault', term };
  return {
    kind: 'mechanism',
    qualifier: (qualifier || '+') as Qualifier,
    name,
    value: value ?? '',
    ...prefixes,
  };
}

function prefixesOf(
  name: Mechanism['name'],
  short: string | undefined,
  long: string | undefined,
): Pick<Mechanism, 'prefix4' | 'prefix6'> | undefined {
  if (name === 'ip6') {
    const prefix6 = Number(short ?? 128);
    return long === undefined && prefix6 <= 128 ? { prefix4: 32, prefix6 } : undefined;
  }
  const [prefix4, prefix6] = [Number(short ?? 32), Number(long ?? 128)];
  const takesBoth = name === 'a' || name === 'mx';
  if (prefix4 > 32 || prefix6 > 128 || (long !== undefined && !takesBoth)) return undefined;
  return short !== undefined && !takesBoth && name !== 'ip4' ? undefined : { prefix4, prefix6 };
}

function isValueOf(name: Mechanism['name'], value: string | undefined): boolean {
  switch (name) {
    case 'all':
      return value === undefined;
    case 'ip4':
      return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/.test(`${value ?? ''}`) && !value?.endsWith('.');
    case 'ip6':
      return value !== undefined && /^[0-9a-f:.]{2,45}$/i.test(value) && value.includes(':');
    case 'include':
    case 'exists':
      return value !== undefined && isDomainSpec(value);
    default:
      return value === undefined || isDomainSpec(value);
  }
}

/** RFC 7208 §7.1: macros, and names that end in a top-level domain or in a macro. */
function isDomainSpec(value: string): boolean {
  if (value === '' || value.length > 512) return false;
  const plain = value.replaceAll(/%(?:\{[slodiphcrtv]\d{0,3}r?[-.+,/_=]*\}|[%_-])/gi, 'x');
  return (
    !plain.includes('%') &&
    /^[\x21-\x7e]+$/.test(plain) &&
    /\.[a-z0-9x](?:[a-z0-9-]*[a-z0-9])?\.?$/i.test(`.${plain}`)
  );
}

/** The name that a term asks about, or undefined where it depends on who sends (a macro). */
export function targetOf(value: string, domain: string): string | undefined {
  if (value.includes('%')) return undefined;
  return (value === '' ? domain : value).toLowerCase().replace(/\.$/, '');
}
