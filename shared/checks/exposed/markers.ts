import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Proof, Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { undetermined } from '../verdicts.ts';

type WebGear = EvidenceOf<'web-gear'>;

/** A sign of a product in what a web port answered: a header as `Name: value`, or the page. */
export interface Marker {
  readonly in: 'header' | 'body';
  readonly sign: RegExp;
}

export interface Seen {
  readonly count: number;
  readonly proof: readonly Proof[];
}

/** How many different signs were seen, each once, and where. Never in answers of 404: error pages echo their address. */
export function seeMarkers(evidence: WebGear, markers: readonly Marker[]): Seen {
  const proof = markers.flatMap((marker) => {
    const found = find(evidence, marker);
    return found === undefined ? [] : [found];
  });
  return { count: proof.length, proof };
}

function find(evidence: WebGear, { in: part, sign }: Marker): Proof | undefined {
  for (const [index, { response }] of evidence.data.exchanges.entries()) {
    if (response.outcome !== 'yes' || (part === 'body' && response.value.status === 404)) continue;
    const where = ['exchanges', index, 'response', 'value'];
    if (part === 'body') {
      const match = sign.exec(response.value.body);
      if (match !== null) return proofAt(evidence, [...where, 'body'], match[0]);
      continue;
    }
    const header = response.value.headers.findIndex(([name, value]) => sign.test(`${name}: ${value}`));
    if (header !== -1) return proofAt(evidence, [...where, 'headers', header, 1]);
  }
  return undefined;
}

/** The verdict on signs: two independent ones show it, one may mislead, none says nothing where nobody answered. */
export function judgeMarkers(evidence: WebGear, markers: readonly Marker[], absent: Verdict): Verdict {
  const { proof } = seeMarkers(evidence, markers);
  const [first, ...others] = proof;
  if (first !== undefined) {
    return {
      verdict: 'vulnerable',
      confidence: others.length > 0 ? 'verified' : 'inferred',
      proof: [first, ...others],
    };
  }
  return unanswered(evidence) ?? absent;
}

/** Undetermined where no request was answered. */
export function unanswered({ data }: WebGear): Verdict | undefined {
  const reasons = data.exchanges.map(({ response }) =>
    response.outcome === 'unknown' ? response.reason : undefined,
  );
  const [first] = reasons;
  return first !== undefined && !reasons.includes(undefined) ? undetermined(first) : undefined;
}

/** The answer at a path, with its index; undefined where it was not asked. */
export function answerAt(evidence: WebGear, path: string) {
  const index = evidence.data.exchanges.findIndex((exchange) => exchange.path === path);
  const exchange = evidence.data.exchanges[index];
  return exchange === undefined ? undefined : { index, response: exchange.response };
}
