import type { Evidence, EvidenceOf } from '../evidence/evidence.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Instant } from '../model/instant.ts';
import type { OptIn } from '../model/opt-in.ts';
import type { Fix } from '../model/product.ts';
import type { Severity } from '../model/severity.ts';
import type { Text } from '../model/text.ts';
import type { Verdict } from '../model/verdict.ts';
import type { ActionId } from './actions.ts';

/** Exactly the evidence a check declared, all of one place. */
export type Needed<K extends EvidenceKind> = { readonly [P in K]: EvidenceOf<P> };

/** The evidence of the kinds that a check names in `estate`, of all places of the report, its own among them. */
export type Estate = readonly Evidence[];

export interface Check<K extends EvidenceKind = EvidenceKind> {
  /** Raised when the same evidence may get another verdict. */
  readonly version: number;
  /** The first kind names the places that are judged; the others are looked up at the same place, else at its host. */
  readonly needs: readonly [K, ...K[]];
  /** Kinds of evidence that are also wanted of every other place of the report: for what only shows when places are compared. */
  readonly estate?: readonly EvidenceKind[];
  /** Takes part only where this consent was given; elsewhere nobody looked, and nothing is said. */
  readonly optIn?: OptIn;
  readonly severity: Severity;
  readonly text: {
    readonly safe: Text;
    readonly vulnerable: Text;
    /** What it means for residents and staff. */
    readonly why: Text;
  };
  /** The one thing to do that closes this finding together with its kin. */
  readonly action: ActionId;
  /** One per product, the last for `any`. */
  readonly fixes: readonly [...Fix[], Fix & { readonly product: 'any' }];
  readonly references: readonly [string, ...string[]];
  /** Where the finding is that vulnerability itself, not a guess from a version. */
  readonly cves?: readonly string[];
  /** `knowledge` may be older than the evidence; a feed that was never imported is null there. */
  detect(evidence: Needed<K>, at: Instant, knowledge: Knowledge, estate: Estate): Verdict;
}

/** Keeps the literal kinds of `needs`, so that `detect` can read nothing else. */
export function defineCheck<const K extends EvidenceKind>(check: Check<K>): Check<K> {
  return check;
}
