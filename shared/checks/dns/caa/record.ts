/** RFC 8659 §4. */
export interface Caa {
  readonly critical: boolean;
  readonly tag: string;
  readonly value: string;
}

/** Presentation form: `0 issue "letsencrypt.org; validationmethods=dns-01"`. undefined where it cannot be read. */
export function parseCaa(text: string): Caa | undefined {
  const parts = /^(\d{1,3})\s+([A-Za-z0-9]{1,15})\s+(?:"((?:[^"\\]|\\.)*)"|(\S*))$/s.exec(text.trim());
  const flags = Number(parts?.[1]);
  if (parts === null || flags > 255) return undefined;
  const value = (parts[3] ?? parts[4] ?? '').replaceAll(/\\(.)/gs, '$1');
  return { critical: flags >= 128, tag: (parts[2] ?? '').toLowerCase(), value };
}

/** The authority that an `issue` or `issuewild` value names; empty: nobody may. undefined where it is not well-formed. */
export function issuerOf(value: string): string | undefined {
  const [domain = '', ...parameters] = value.split(';').map((part) => part.trim());
  const named = domain === '' || /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i.test(domain);
  const spelt = parameters.every(
    (parameter) => parameter === '' || /^[A-Za-z0-9]+\s*=\s*[!-:<-~]*$/.test(parameter),
  );
  return named && spelt ? domain.toLowerCase() : undefined;
}
