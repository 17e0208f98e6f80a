import { no, type Observed, yes } from '../../model/observed.ts';
import type { Verdict } from '../../model/verdict.ts';
import { judge, notApplicable } from '../verdicts.ts';
import { type DnsEvidence, isDomain, type Records, recordsFor } from './records.ts';

/** Whether a domain takes mail: it has an MX, and not the null MX (RFC 7505). */
export function takesMail(evidence: DnsEvidence): Observed<true> {
  const mx = recordsFor(evidence, 'mx');
  if (mx.outcome !== 'yes') return mx;
  return mx.value.found.some(({ data }) => !isNullMx(data)) ? yes(true) : no;
}

export function isNullMx(data: string): boolean {
  return /^\s*\d+\s+\.?\s*$/.test(data);
}

/** Judges what only a domain that takes mail should publish. */
export function judgeMailDomain(
  evidence: DnsEvidence,
  purpose: 'tlsrpt' | 'mta-sts',
  verdict: (records: Records) => Verdict,
): Verdict {
  if (!isDomain(evidence)) return notApplicable;
  return judge(takesMail(evidence), {
    no: notApplicable,
    yes: () => judge(recordsFor(evidence, purpose), { no: notApplicable, yes: verdict }),
  });
}
