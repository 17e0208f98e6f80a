import type { Certificate } from './presented.ts';

/** The DNS names a certificate stands for; the common name only where there is no alternative name (RFC 6125 §6.4.4). */
export function namesOf({ dnsNames, ipAddresses, subject }: Certificate): readonly string[] {
  if (dnsNames.length > 0 || ipAddresses.length > 0) return dnsNames;
  const common = /(?:^|[,+/\n]\s*)CN\s*=\s*([^,+/\n]{1,253})/.exec(subject)?.[1];
  return common === undefined ? [] : [common.trim()];
}

/** RFC 6125 §6.4.3, as narrowed by RFC 9525: `*` is the whole left-most label and stands for exactly one. */
export function nameMatches(pattern: string, name: string): boolean {
  const [wanted, asked] = [labelsOf(pattern), labelsOf(name)];
  if (wanted[0] !== '*') return wanted.join('.') === asked.join('.');
  return (
    wanted.length >= 3 &&
    wanted.length === asked.length &&
    wanted.slice(1).join('.') === asked.slice(1).join('.')
  );
}

function labelsOf(name: string): readonly string[] {
  return name.toLowerCase().replace(/\.$/, '').split('.');
}
