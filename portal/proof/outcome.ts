import type { Address } from '@enkaku/shared/model/address.ts';
import type { Text } from '@enkaku/shared/model/text.ts';

/** What a check of a proof brought. `addresses` are pinned: a diagnosis goes to no other. */
export type ProofOutcome =
  | { readonly outcome: 'proven'; readonly addresses: readonly Address[]; readonly evidence: string }
  | { readonly outcome: 'failed'; readonly reason: Text };

export function failed(ja: string, en: string): ProofOutcome {
  return { outcome: 'failed', reason: { ja, en } };
}
