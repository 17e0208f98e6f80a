import { noError, nxDomain } from '../../evidence/dns-answers/rcode.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import { sameName } from '../../model/host-name.ts';
import { no, type Observed, unknown, yes } from '../../model/observed.ts';
import type { Proof } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';

export type DnsEvidence = EvidenceOf<'dns-answers'>;
type Question = DnsEvidence['data']['questions'][number];
export type DnsPurpose = Question['purpose'];

/** The records of one answered question; an empty list is the DNS's word that there is none. */
export interface Records {
  /** Of the question, for proofs. */
  readonly index: number;
  readonly name: string;
  readonly found: readonly { readonly at: number; readonly data: string }[];
}

/**
 * What the DNS says to a question about this domain. `no`: the domain itself does not exist, so there is nothing to
 * judge. An error of the resolver is unknown.
 */
export function recordsFor(
  evidence: DnsEvidence,
  purpose: DnsPurpose,
  index = indexOf(evidence, purpose),
): Observed<Records> {
  const question = evidence.data.questions[index];
  if (question === undefined) return unknown('not-attempted');
  const { answer, name, type } = question;
  if (answer.outcome !== 'yes') return answer.outcome === 'no' ? unknown('closed') : answer;
  const { rcode, answers } = answer.value;
  if (rcode === nxDomain && sameName(name, evidence.endpoint.host)) return no;
  if (rcode !== noError && rcode !== nxDomain) return unknown('garbled');
  const found = answers.flatMap((record, at) => (record.type === type ? [{ at, data: record.data }] : []));
  return yes({ index, name, found });
}

/** A domain is judged where the endpoint is the domain itself, not a DNS server that is diagnosed. */
export function isDomain({ endpoint }: DnsEvidence): boolean {
  return endpoint.port === null;
}

const recordsShown = 5;

/** That what was asked for is not among the records: those that are there, else the name, the code and the bytes of the answer. */
export function proofOf(evidence: DnsEvidence, records: Records): readonly [Proof, ...Proof[]] {
  const { index, found } = records;
  const name = proofAt(evidence, ['questions', index, 'name']);
  const answer = ['questions', index, 'answer', 'value'];
  return found.length === 0
    ? [name, proofAt(evidence, [...answer, 'rcode']), proofAt(evidence, [...answer, 'raw'])]
    : [name, ...found.slice(0, recordsShown).map(({ at }) => proofOfRecord(evidence, records, at))];
}

export function proofOfRecord(evidence: DnsEvidence, { index }: Records, at: number) {
  return proofAt(evidence, ['questions', index, 'answer', 'value', 'answers', at, 'data']);
}

function indexOf({ data }: DnsEvidence, purpose: DnsPurpose): number {
  return data.questions.findIndex((question) => question.purpose === purpose);
}
