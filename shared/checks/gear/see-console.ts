import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Proof } from '../../model/verdict.ts';
import { seeMarkers } from '../exposed/markers.ts';
import { type Console, consoles } from './consoles.ts';

export interface ConsoleSeen {
  readonly console: Console;
  readonly proof: readonly [Proof, ...Proof[]];
}

/** The console with the most signs, the first of equals; undefined where there is no sign of any. */
export function seeConsole(evidence: EvidenceOf<'web-gear'>): ConsoleSeen | undefined {
  const [best] = consoles
    .map((console) => ({ console, seen: seeMarkers(evidence, console.markers) }))
    .toSorted((a, b) => b.seen.count - a.seen.count);
  const [first, ...others] = best?.seen.proof ?? [];
  return best === undefined || first === undefined
    ? undefined
    : { console: best.console, proof: [first, ...others] };
}
