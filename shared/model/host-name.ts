/** A DNS name as sent on the wire: lower case, A-labels, no final dot. */
export type HostName = string & { readonly __brand: 'HostName' };

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;

/** Accepts what a person types (IDN, upper case, a final dot); undefined when it is no DNS name. */
export function parseHostName(text: string): HostName | undefined {
  if (text.length > 253 || !URL.canParse(`http://${text.replace(/\.$/, '')}/`)) return undefined;
  if (/[\s/?#@:%\\[\]]/.test(text)) return undefined;
  const ascii = /^[\x21-\x7e]+$/.test(text)
    ? text.toLowerCase().replace(/\.$/, '')
    : new URL(`http://${text}/`).hostname.replace(/\.$/, '');
  const labels = ascii.split('.');
  const valid = labels.length >= 2 && ascii.length <= 253 && labels.every((part) => label.test(part));
  return valid && !/^\d+$/.test(labels.at(-1) ?? '') ? (ascii as HostName) : undefined;
}

/** Whether two DNS names are one, whatever their case and final dots (RFC 4343). */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase().replace(/\.$/, '') === b.toLowerCase().replace(/\.$/, '');
}
