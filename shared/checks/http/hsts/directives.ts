export interface Hsts {
  readonly maxAge: number;
  readonly includeSubDomains: boolean;
  /** Not in the RFC: the wish to be on the browsers' own list. */
  readonly preload: boolean;
}

/** The header as browsers read it (RFC 6797 §6.1); undefined where it says nothing valid. */
export function parseHsts(value: string): Hsts | undefined {
  const directives = value.split(';').map((part) => part.trim().toLowerCase());
  const ages = directives
    .map((part) => /^max-age\s*=\s*"?(\d{1,12})"?$/.exec(part)?.[1])
    .filter((seconds) => seconds !== undefined);
  if (ages.length !== 1) return undefined;
  return {
    maxAge: Number(ages[0]),
    includeSubDomains: directives.includes('includesubdomains'),
    preload: directives.includes('preload'),
  };
}
