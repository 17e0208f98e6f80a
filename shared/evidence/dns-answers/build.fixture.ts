import { type Observed, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';
import type { DnsAnswer } from './schema.ts';

export type DnsQuestion = EvidenceData['dns-answers']['questions'][number];
type DnsRecord = DnsAnswer['answers'][number];

/** `record('city.example.jp', 'MX', '10 mx.city.example.jp')` */
export function record(name: string, type: string, data: string, ttl = 3600): DnsRecord {
  return { name, type, ttl, data };
}

/** NOERROR without records; flags are merged one by one. */
export function dnsAnswer(
  overrides: Partial<Omit<DnsAnswer, 'flags'>> & { flags?: Partial<DnsAnswer['flags']> } = {},
): DnsAnswer {
  return {
    rcode: 0,
    answers: [],
    authority: [],
    additional: [],
    edns: null,
    requestBytes: 40,
    responseBytes: 80,
    raw: '1234818000010000000000000000010001',
    ...overrides,
    flags: { aa: false, tc: false, rd: true, ra: false, ad: false, ...overrides.flags },
  };
}

/** One question over UDP to the server of {@link buildServerDns}; an answer given is `yes`. */
export function question(
  purpose: DnsQuestion['purpose'],
  answer: DnsAnswer | Observed<DnsAnswer>,
  overrides: Partial<DnsQuestion> = {},
): DnsQuestion {
  return {
    purpose,
    server: '192.0.2.1#53',
    transport: 'udp',
    name: 'city.example.jp',
    type: purpose.toUpperCase(),
    class: 'IN',
    endedMs: 10,
    answeredFrom: null,
    ...overrides,
    answer: 'outcome' in answer ? answer : yes(answer),
  };
}

/** What was asked of a DNS server that is itself diagnosed. */
export function buildServerDns(
  questions: readonly DnsQuestion[],
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'dns-answers'> {
  return envelope('dns-answers', { port: 53, transport: 'udp', ...endpoint }, dataOf(questions));
}

/** What was asked of the resolver about a domain. */
export function buildDomainDns(
  questions: readonly DnsQuestion[],
  domain = 'city.example.jp',
): EvidenceOf<'dns-answers'> {
  return envelope('dns-answers', { host: domain, transport: 'udp' }, dataOf(questions));
}

function dataOf(questions: readonly DnsQuestion[]): EvidenceData['dns-answers'] {
  return { questions: [...questions], servers: [], signatures: [], digests: [] };
}
