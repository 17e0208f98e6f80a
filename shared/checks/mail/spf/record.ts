import type { Verdict } from '../../../model/verdict.ts';
import { judge, notApplicable } from '../../verdicts.ts';
import { type DnsEvidence, isDomain, type Records, recordsFor } from '../records.ts';

/** RFC 7208 §4.5: exactly `v=spf1`, then a space or the end. */
const version = /^v=spf1(?= |$)/i;

/** Judges the SPF records of a domain; other TXT records are left out. */
export function judgeSpf(evidence: DnsEvidence, verdict: (spf: Records, all: Records) => Verdict): Verdict {
  if (!isDomain(evidence)) return notApplicable;
  return judge(recordsFor(evidence, 'spf'), {
    no: notApplicable,
    yes: (all) => verdict({ ...all, found: all.found.filter(({ data }) => version.test(data)) }, all),
  });
}
