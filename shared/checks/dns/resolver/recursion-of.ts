import type { DnsAnswer } from '../../../evidence/dns-answers/schema.ts';
import type { Observed, UnknownReason } from '../../../model/observed.ts';
import { rcode } from '../questions.ts';

/** What an answer to RD=1 for a name that the server is not responsible for says about recursion. */
export type Recursion =
  /** It found out: an answer, or a denial with the SOA of a zone it does not have. RA, and no AA. */
  | { readonly kind: 'resolved' }
  /** NXDOMAIN with RA and without an SOA: found out, or made up by a filter. */
  | { readonly kind: 'claimed' }
  /** SERVFAIL with RA: it tried on our behalf and could not. */
  | { readonly kind: 'failed' }
  /** AA with RA: it is responsible for that name after all (a server of the root zone is for every name). */
  | { readonly kind: 'own' }
  /** REFUSED, a referral, or no RA. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export function recursionOf(answer: Observed<DnsAnswer>): Recursion {
  if (answer.outcome === 'unknown') return { kind: 'unknown', reason: answer.reason };
  if (answer.outcome === 'no') return { kind: 'closed' };
  const { flags, answers, authority, ...reply } = answer.value;
  if (!flags.ra) return { kind: 'refused' };
  if (flags.aa) return { kind: 'own' };
  const isDenied = reply.rcode === rcode.nxDomain;
  const hasSoa = authority.some(({ type }) => type === 'SOA');
  if (reply.rcode === rcode.noError && answers.length > 0) return { kind: 'resolved' };
  if ((reply.rcode === rcode.noError || isDenied) && hasSoa) return { kind: 'resolved' };
  if (isDenied) return { kind: 'claimed' };
  return { kind: reply.rcode === rcode.servFail ? 'failed' : 'refused' };
}
