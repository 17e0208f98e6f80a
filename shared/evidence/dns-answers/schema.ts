import { z } from 'zod';
import { excerpt, hex, line, observed } from '../limits.ts';

export const dnsPurposes = [
  // asked of a name server: of one that is a host of the order, or of each of a zone
  'version-bind',
  'hostname-bind',
  'id-server',
  'nsid',
  'recursion', // a name it is not responsible for, RD=1
  'recursion-control', // a second such name; both must agree
  'cache-snoop', // a foreign name, RD=0
  'axfr', // of a proven zone, stopped after the proof
  'ixfr', // the same by way of the differences (RFC 1995)
  'any-size', // size of one ANY answer over UDP
  'dnskey-size', // the same of DNSKEY
  'txt-size', // and of TXT
  'reach', // SOA, one entry a try
  'reach-any-source', // the same, taking an answer from whatever address
  'edns', // SOA with EDNS version 0
  'edns-version', // version 1
  'edns-option', // an option that nobody has
  'edns-flags', // a bit of Z that nobody has
  'edns-truncation', // DNSKEY or ANY with DO into 512 bytes
  'edns-none', // SOA without EDNS
  'qname-case', // SOA of the zone in mixed case
  'root-referral', // NS of the root
  'mdns', // the services of a host, over port 5353
  'llmnr', // the name of a host by its address, over port 5355
  'absent', // a name that does not exist
  'aaaa', // AAAA where there is an A
  'address', // A and AAAA of the zone itself
  'server-address', // A and AAAA of a name server inside the zone
  'nsec3param',
  'cds',
  'cdnskey',
  // asked of a server of the parent
  'referral', // NS of the zone
  // asked of each of these or through the resolver
  'soa',
  'ns',
  'mx',
  'dnskey',
  'ds',
  // asked through the resolver
  'spf',
  'dmarc',
  'caa',
  'tlsrpt',
  'mta-sts',
  'mx-address', // A and AAAA of a mail exchanger, with the CNAMEs on the way
  'mx-ptr',
  'mx-tlsa', // _25._tcp of a mail exchanger
  'ns-address', // A and AAAA of a name server, with the CNAMEs on the way
  'ns-ptr',
  'ns-domain', // SOA of the domain that a foreign name server stands in
  'linked-domain', // where a CNAME of the zone leads
  // asked through the resolver about a host
  'ptr',
  'ptr-address', // A or AAAA of the name that the PTR gives
  'reputation', // A of the address in a list of spam senders, and of its two test entries; with consent only
  'name-address', // A and AAAA of a name of the host, with the CNAMEs on the way
  'tlsa', // _PORT._tcp of a name of the host
] as const;

/** One resource record as it was answered. */
const record = z.strictObject({
  name: line,
  type: line,
  ttl: z.number(),
  /** Presentation form; TXT strings are joined without a space (RFC 7208 §3.3). */
  data: excerpt,
});

/** The OPT record of an answer (RFC 6891). */
const edns = z.strictObject({
  version: z.int().min(0).max(255),
  /** DO is the highest bit; no other has a meaning yet. */
  flags: z.int().min(0).max(0xffff),
  payload: z.int().min(0).max(0xffff),
  options: z.array(z.strictObject({ code: z.int().min(0).max(0xffff), data: hex })).max(16),
});

const answer = z.strictObject({
  rcode: z.int().min(0).max(4095),
  flags: z.strictObject({
    aa: z.boolean(),
    tc: z.boolean(),
    rd: z.boolean(),
    ra: z.boolean(),
    ad: z.boolean(),
  }),
  answers: z.array(record).max(256),
  authority: z.array(record).max(64),
  additional: z.array(record).max(64),
  /** null: no OPT record came, or none was kept (version 1). */
  edns: edns.nullable(),
  requestBytes: z.int().min(0),
  responseBytes: z.int().min(0),
  raw: hex,
});

const question = z.strictObject({
  purpose: z.enum(dnsPurposes),
  /** `192.0.2.1#53`, or `none` where there was nobody to ask. */
  server: line,
  transport: z.enum(['udp', 'tcp']),
  name: line,
  type: line,
  class: z.enum(['IN', 'CH']),
  /** When the answer, or the end of waiting, was there, in milliseconds after the first question; null in version 1. */
  endedMs: z.int().min(0).nullable(),
  /** The address and port that answered, where it was not the one that was asked. */
  answeredFrom: line.nullable(),
  answer: observed(answer),
});
export const dnsQuestionsSchema = z.array(question).max(1024);

/** A name server of the zone or of its parent, as the order names it. */
const server = z.strictObject({
  server: line,
  name: line,
  zone: line,
  role: z.enum(['zone', 'parent']),
});

/** What came of checking one RRSIG: `index` is its place in that section of the question's answer. */
const signature = z.strictObject({
  question: z.int().min(0),
  section: z.enum(['answers', 'authority']),
  index: z.int().min(0),
  /** By the DNSKEY set of the same server. Whether it is in time is for the judge to say. */
  result: z.enum(['valid', 'invalid', 'no-key', 'unsupported']),
});

/** What came of comparing one DS with the DNSKEY set of one server. */
const digest = z.strictObject({
  question: z.int().min(0),
  index: z.int().min(0),
  /** The question that brought the DNSKEY set. */
  keys: z.int().min(0),
  result: z.enum(['matches', 'no-key', 'differs', 'unsupported']),
});

/**
 * Questions and their matched answers (id, question, source). Endpoint: a server's port; the domain for what the
 * resolver says; port 53 of the domain for what each of its name servers says.
 */
export const dnsAnswersSchema = z.strictObject({
  questions: dnsQuestionsSchema,
  servers: z.array(server).max(64),
  signatures: z.array(signature).max(1024),
  digests: z.array(digest).max(512),
});
export type DnsAnswer = z.infer<typeof answer>;
export type DnsQuestion = z.infer<typeof question>;
