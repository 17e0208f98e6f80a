import { noError, nxDomain } from '../../evidence/dns-answers/rcode.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { MailLookup } from '../../evidence/mail-domain/schema.ts';
import type { Proof } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';

export type MailDomain = EvidenceOf<'mail-domain'>;

/** The answer to one question; records of other types (CNAMEs on the way) are left out. */
export type Found =
  | {
      readonly outcome: 'answered';
      readonly index: number;
      readonly ad: boolean;
      /** False: NXDOMAIN. */
      readonly exists: boolean;
      readonly records: readonly { readonly at: number; readonly data: string }[];
      readonly aliases: readonly { readonly at: number; readonly data: string }[];
    }
  | { readonly outcome: 'unknown'; readonly reason: string };

export function find({ data }: MailDomain, type: MailLookup['type'], name: string): Found {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const index = data.lookups.findIndex((lookup) => lookup.type === type && lookup.name === wanted);
  const answer = data.lookups[index]?.answer;
  if (answer === undefined) return { outcome: 'unknown', reason: 'not-attempted' };
  if (answer.outcome !== 'yes')
    return { outcome: 'unknown', reason: answer.outcome === 'no' ? 'refused' : answer.reason };
  const { rcode, ad, records } = answer.value;
  if (rcode !== noError && rcode !== nxDomain) return { outcome: 'unknown', reason: `rcode-${rcode}` };
  const of = (wantedType: string) =>
    records.flatMap((record, at) => (record.type === wantedType ? [{ at, data: record.data }] : []));
  return {
    outcome: 'answered',
    index,
    ad,
    exists: rcode === noError,
    records: of(type),
    aliases: of('CNAME'),
  };
}

/** A record as it was answered. */
export function recordProof(evidence: MailDomain, index: number, at: number): Proof {
  return proofAt(evidence, ['lookups', index, 'answer', 'value', 'records', at, 'data']);
}

/** That what was asked for is not there: the name, the code and the bytes of the answer. */
export function absenceProof(evidence: MailDomain, index: number): readonly [Proof, ...Proof[]] {
  return [
    proofAt(evidence, ['lookups', index, 'name']),
    proofAt(evidence, ['lookups', index, 'answer', 'value', 'rcode']),
    proofAt(evidence, ['lookups', index, 'answer', 'value', 'raw']),
  ];
}
