import { noError } from '../../../evidence/dns-answers/rcode.ts';
import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { sameName } from '../../../model/host-name.ts';
import type { Proof, Verdict } from '../../../model/verdict.ts';
import type { HttpEvidence } from '../../http/pages.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, undetermined } from '../../verdicts.ts';

/** What the DNS says of the IPv6 addresses of a site's name. */
export interface Ipv6Addresses {
  readonly addresses: readonly string[];
  readonly proof: Proof;
}

/** Judges the IPv6 addresses of a site that was asked by name over HTTPS at an IPv4 address. */
export function judgeIpv6(
  web: HttpEvidence,
  dns: EvidenceOf<'host-dns'>,
  verdict: (found: Ipv6Addresses) => Verdict,
): Verdict {
  const { name, host } = web.endpoint;
  if (name === null || host.includes(':') || web.data.scheme !== 'https') return notApplicable;
  const index = dns.data.questions.findIndex(
    (question) =>
      question.purpose === 'name-address' && question.type === 'AAAA' && sameName(question.name, name),
  );
  const answer = dns.data.questions[index]?.answer;
  if (answer === undefined) return undetermined('not-attempted');
  if (answer.outcome === 'unknown') return undetermined(answer.reason);
  const proof = proofAt(dns, ['questions', index, 'answer']);
  if (answer.outcome === 'no') return verdict({ addresses: [], proof });
  if (answer.value.rcode !== noError) return undetermined(`rcode-${answer.value.rcode}`);
  const addresses = answer.value.answers.filter(({ type }) => type === 'AAAA').map(({ data }) => data);
  return verdict({ addresses, proof: proofAt(dns, ['questions', index, 'answer', 'value', 'answers']) });
}
