import type { DnsAnswer, DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { parseAddress } from '@enkaku/shared/model/address.ts';
import ipaddr from 'ipaddr.js';

type Purpose = DnsQuestion['purpose'];
type DnsRecord = DnsAnswer['answers'][number];

/** The names that the records of a type give (the last word of NS, MX, PTR, CNAME), each once, lower case. */
export function namesIn(
  questions: readonly DnsQuestion[],
  purpose: Purpose,
  type: string,
): readonly string[] {
  const names = answersTo(questions, purpose)
    .filter((record) => record.type === type)
    .map(({ data }) => (data.split(' ').at(-1) ?? '').toLowerCase());
  return [...new Set(names)].filter(isAskable);
}

/** The name servers that the parent or the zone names, lower case. */
export function nameServersIn(questions: readonly DnsQuestion[]): readonly string[] {
  const referred = questions.flatMap(({ purpose, answer }) =>
    purpose === 'referral' && answer.outcome === 'yes' ? answer.value.authority : [],
  );
  const names = referred.filter(({ type }) => type === 'NS').map(({ data }) => data.toLowerCase());
  return [...new Set([...names, ...namesIn(questions, 'ns', 'NS')])].filter(isAskable);
}

/** The addresses in the answers, each once. */
export function addressesIn(questions: readonly DnsQuestion[], purpose: Purpose): readonly string[] {
  const addresses = answersTo(questions, purpose)
    .filter(({ type }) => type === 'A' || type === 'AAAA')
    .flatMap(({ data }) => parseAddress(data) ?? []);
  return [...new Set(addresses)];
}

/** `1.2.0.192.in-addr.arpa` (RFC 1035 §3.5), or the nibbles below ip6.arpa (RFC 3596 §2.5). */
export function reverseName(address: string): string {
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return `${parsed.toByteArray().reverse().join('.')}.in-addr.arpa`;
  const nibbles = parsed.toByteArray().flatMap((byte) => [byte >> 4, byte & 0xf]);
  return `${nibbles
    .reverse()
    .map((nibble) => nibble.toString(16))
    .join('.')}.ip6.arpa`;
}

/** Only plain names are asked for: what is escaped in presentation form is nobody's host. */
export function isAskable(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/.test(name);
}

function answersTo(questions: readonly DnsQuestion[], purpose: Purpose): readonly DnsRecord[] {
  return questions.flatMap((question) =>
    question.purpose === purpose && question.answer.outcome === 'yes' ? question.answer.value.answers : [],
  );
}
