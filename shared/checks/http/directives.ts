/** HSTS as browsers read it (RFC 6797 §6.1): seconds of max-age, or undefined where the header says nothing valid. */
export function hstsMaxAge(value: string): number | undefined {
  const found = value
    .split(';')
    .map((part) => /^\s*max-age\s*=\s*"?(\d{1,12})"?\s*$/i.exec(part)?.[1])
    .filter((seconds) => seconds !== undefined);
  return found.length === 1 ? Number(found[0]) : undefined;
}

/** The directives of one content security policy; the first of a name counts (CSP3 §2.2.1). */
export function cspDirectives(policy: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const part of policy.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (/^[a-z-]+$/.test(key) && !directives.has(key)) directives.set(key, values.join(' '));
  }
  return directives;
}
