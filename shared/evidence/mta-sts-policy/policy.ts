export const policyModes = ['enforce', 'testing', 'none'] as const;
export type PolicyMode = (typeof policyModes)[number];

export interface MtaStsPolicy {
  readonly mode: PolicyMode;
  readonly maxAgeSeconds: number;
  /** Names and `*.` patterns, in lower case. */
  readonly mx: readonly string[];
}

/** What keeps a sender from using the policy at all. */
export type PolicyFault = 'syntax' | 'version' | 'mode' | 'max-age' | 'mx';

const mostLines = 512;
const longestAgeSeconds = 31_557_600;
const field = /^([a-z0-9][a-z0-9_.-]{0,31})[ \t]*:[ \t]*(.*?)[ \t]*$/i;
const hostPattern = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Reads a policy as a sender does (RFC 8461 §3.2): of a field given twice the first counts, `mx` excepted. */
export function parsePolicy(body: string): MtaStsPolicy | { readonly fault: PolicyFault } {
  const lines = body.split(/\r?\n/, mostLines).filter((text) => text.trim() !== '');
  const fields = lines.map((text) => field.exec(text));
  if (fields.length === 0 || fields.includes(null)) return { fault: 'syntax' };
  const valuesOf = (name: string) =>
    fields.flatMap((found) => (found?.[1]?.toLowerCase() === name ? [found[2] ?? ''] : []));
  if (valuesOf('version')[0] !== 'STSv1') return { fault: 'version' };
  const mode = policyModes.find((known) => known === valuesOf('mode')[0]);
  if (mode === undefined) return { fault: 'mode' };
  const [maxAge = ''] = valuesOf('max_age');
  if (!/^\d{1,10}$/.test(maxAge) || Number(maxAge) > longestAgeSeconds) return { fault: 'max-age' };
  const mx = valuesOf('mx').map((name) => name.toLowerCase());
  const isNamed = mx.length > 0 || mode === 'none';
  if (!isNamed || !mx.every((name) => hostPattern.test(name))) return { fault: 'mx' };
  return { mode, maxAgeSeconds: Number(maxAge), mx };
}

/** RFC 8461 §4.1: `*` stands for exactly one label, the left-most. */
export function policyNames({ mx }: MtaStsPolicy, server: string): boolean {
  const name = server.toLowerCase().replace(/\.$/, '');
  return mx.some((pattern) =>
    pattern.startsWith('*.') ? name.slice(name.indexOf('.')) === pattern.slice(1) : name === pattern,
  );
}
