import type { EvidenceId } from './id.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';

/** 確認済み: shown by bytes of the target itself. 要確認: concluded from a sign that may mislead. */
export type Confidence = 'verified' | 'inferred';

/** 根拠: `pointer` (RFC 6901) into the data of the evidence, and the excerpt that it names. */
export interface Proof {
  readonly evidence: EvidenceId;
  readonly pointer: string;
  readonly excerpt: string;
}

/** A check's answer. Only the accusing one carries proof, and an empty list of it does not compile. */
export type Verdict =
  | {
      readonly verdict: 'vulnerable';
      readonly confidence: Confidence;
      readonly proof: readonly [Proof, ...Proof[]];
      /** What was seen here, in a sentence. */
      readonly detail?: Text;
      /** Where the usual rating does not hold; `detail` then says why. */
      readonly severity?: Severity;
      /** Narrower than the endpoint: a path, a cookie's name, a record. */
      readonly place?: string;
    }
  | { readonly verdict: 'safe' | 'not-applicable' }
  | { readonly verdict: 'undetermined'; readonly reason: string };
