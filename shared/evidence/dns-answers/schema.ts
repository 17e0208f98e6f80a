import { z } from 'zod';
import { excerpt, hex, line, observed } from '../limits.ts';

export const dnsPurposes = [
  // asked of a server that is itself diagnosed
  'version-bind',
  'recursion', // a name it is not responsible for, RD=1
  'recursion-control', // a second such name; both must agree
  'axfr', // of a proven zone, stopped after the proof
  'any-size', // size of one ANY answer over UDP
  // asked through the resolver, for a domain
  'soa',
  'ns',
  'mx',
  'spf',
  'dmarc',
  'caa',
  'tlsrpt',
  'mta-sts',
  'dnskey',
  'ds',
] as const;

const record = z.strictObject({
  name: line,
  type: line,
  ttl: z.number(),
  /** Presentation form; TXT strings are joined without a space (RFC 7208 §3.3). */
  data: excerpt,
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
  requestBytes: z.int().min(0),
  responseBytes: z.int().min(0),
  raw: hex,
});

/** Questions and their matched answers (id, question, source). Endpoint: the server's port 53, or the domain itself. */
export const dnsAnswersSchema = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        purpose: z.enum(dnsPurposes),
        server: line,
        transport: z.enum(['udp', 'tcp']),
        name: line,
        type: line,
        class: z.enum(['IN', 'CH']),
        answer: observed(answer),
      }),
    )
    .max(64),
});
export type DnsAnswer = z.infer<typeof answer>;
