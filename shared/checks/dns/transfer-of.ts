import type { DnsAnswer } from '../../evidence/dns-answers/schema.ts';
import type { Observed } from '../../model/observed.ts';
import { type Question, rcode } from './questions.ts';

/** What the answer to AXFR shows. */
export type Transfer =
  /** The zone's SOA first, then more of it, with AA or to the end, which is the SOA again (RFC 5936 §2.2). */
  | { readonly kind: 'given' }
  /** Broken off, and without AA, which Knot DNS leaves out. */
  | { readonly kind: 'doubtful' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'unclear'; readonly reason: string };

const refusals: readonly number[] = [rcode.refused, rcode.notAuth, rcode.notImp];

export function transferOf(answer: Observed<DnsAnswer>, isIncremental = false): Transfer {
  if (answer.outcome === 'unknown') return { kind: 'unclear', reason: answer.reason };
  // Without TCP there is no transfer.
  if (answer.outcome === 'no') return { kind: 'withheld' };
  const { answers, flags, ...reply } = answer.value;
  if (refusals.includes(reply.rcode)) return { kind: 'withheld' };
  if (reply.rcode !== rcode.noError) return { kind: 'unclear', reason: `rcode-${reply.rcode}` };
  if (answers.length === 0) return { kind: 'withheld' };
  // RFC 1995 §2: the SOA alone says that there is nothing newer, or that the differences go over another way.
  if (answers.length === 1 && answers[0]?.type === 'SOA' && isIncremental) return { kind: 'withheld' };
  if (answers[0]?.type !== 'SOA' || answers.length < 2) return { kind: 'unclear', reason: 'garbled' };
  const isWhole = answers.filter(({ type }) => type === 'SOA').length > 1;
  return { kind: flags.aa || isWhole ? 'given' : 'doubtful' };
}

/** Labels that anyone would try, or that other records point to in public. */
const publicLabel =
  /^(?:www|mail|smtp|imap|pop3?|webmail|mx|ns|dns|ftp|autodiscover|autoconfig|mta-sts)\d{0,2}$/;
const privateAddress =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/;

/** Whether the transferred part tells names or addresses that the zone would not have told by itself. */
export function hasNamesOfItsOwn({ name: zone, answer }: Question): boolean {
  if (answer.outcome !== 'yes') return false;
  return answer.value.answers.some(({ name, type, data }) => {
    if ((type === 'A' || type === 'AAAA') && privateAddress.test(data)) return true;
    const relative = name.toLowerCase().slice(0, -(zone.length + 1));
    const isService = relative.split('.').some((label) => label.startsWith('_'));
    return relative !== '' && !isService && !publicLabel.test(relative);
  });
}
