import type { Fingerprint, Recog, RecogSource } from './fingerprints.ts';

/** `service.vendor`, `os.product`, `service.cpe23` … */
export type RecogFacts = Readonly<Record<string, string>>;

/** A pattern's time grows with a power of the text's length. */
const longestText = 512;
const longestFact = 200;

/** What the first fingerprint that fits says of this text; undefined where none fits, or it says nothing on purpose. */
export function matchRecog(recog: Recog, source: RecogSource, text: string): RecogFacts | undefined {
  const cut = text.slice(0, longestText);
  for (const fingerprint of recog.get(source) ?? []) {
    const match = fingerprint.pattern.exec(cut);
    if (match !== null) return factsOf(fingerprint, match);
  }
  return undefined;
}

function factsOf({ parameters }: Fingerprint, match: RegExpExecArray): RecogFacts | undefined {
  const facts: Record<string, string> = {};
  for (const { position, name, value } of parameters) {
    const fact = position === 0 ? value : match[position];
    if (fact !== undefined && fact !== '') facts[name] = fact.slice(0, longestFact);
  }
  const filled = Object.entries(facts).flatMap(([name, value]) => {
    const whole = fill(value, facts);
    return whole === undefined ? [] : [[name, whole] as const];
  });
  // "Assert nothing": a banner too plain to tell products apart.
  if (filled.every(([name]) => name.endsWith('.certainty'))) return undefined;
  return Object.fromEntries(filled);
}

/** `{service.version}` in a value; without that fact a CPE keeps `-` there, anything else is dropped. */
function fill(value: string, facts: RecogFacts): string | undefined {
  let isWhole = true;
  const filled = value.replaceAll(/\{([\w.]{1,60})\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) isWhole = false;
    return value.startsWith('cpe:') ? (fact?.toLowerCase().replaceAll(/[^\w.-]/g, '_') ?? '-') : (fact ?? '');
  });
  return isWhole || value.startsWith('cpe:') ? filled : undefined;
}
