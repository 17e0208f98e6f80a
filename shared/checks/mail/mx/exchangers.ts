import type { Proof, Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Found, find, type MailDomain, recordProof } from '../lookups.ts';
import { isNullMx } from '../mail-domain.ts';

export interface Exchanger {
  /** As it is written, without the preference and the final dot; empty for the null MX. */
  readonly host: string;
  readonly proof: Proof;
  readonly addresses: readonly (Found & { readonly type: 'A' | 'AAAA' })[];
}

/** Judges each mail exchanger in turn; `fault` returns the accusation, the reason why it cannot be told, or nothing. */
export function judgeExchangers(
  evidence: MailDomain,
  fault: (exchanger: Exchanger) => Verdict | undefined,
): Verdict {
  const mx = find(evidence, 'MX', evidence.endpoint.host);
  if (mx.outcome === 'unknown') return undetermined(mx.reason);
  const exchangers = mx.records.filter(({ data }) => !isNullMx(data));
  if (exchangers.length === 0) return notApplicable;
  const verdicts = exchangers.map(({ at, data }) => {
    const host = (data.trim().split(/\s+/).at(-1) ?? '').replace(/\.$/, '').toLowerCase();
    const addresses = (['A', 'AAAA'] as const).map((type) => ({ type, ...find(evidence, type, host) }));
    return fault({ host, proof: recordProof(evidence, mx.index, at), addresses });
  });
  return (
    verdicts.find((verdict) => verdict?.verdict === 'vulnerable') ??
    verdicts.find((verdict) => verdict !== undefined) ??
    safe
  );
}

/** RFC 5321 §5.1: an MX names a host; an address there is looked up as if it were a name. */
export function isIpLiteral(host: string): boolean {
  return /^\[?(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)\]?$/i.test(host);
}
