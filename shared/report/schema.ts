import { z } from 'zod';

const text = z.strictObject({ ja: z.string(), en: z.string() });
const place = {
  check: z.string(),
  host: z.string(),
  name: z.string().nullable(),
  port: z.int().nullable(),
  transport: z.enum(['tcp', 'udp']),
};
const latency = z.number().nullable();

/** `enkaku-report/1`, the contract with everyone who reads report.json. */
export const reportSchema = z.strictObject({
  schema: z.literal('enkaku-report/1'),
  /** When the first and the last evidence was gathered, and when it was judged: what was true is told as of then. */
  startedAt: z.string(),
  finishedAt: z.string(),
  evaluatedAt: z.string(),
  /** Hash over the id and version of every check. */
  catalogue: z.string(),
  grade: z.enum(['A', 'B', 'C', 'D', 'E']),
  /** 暫定: more than a fifth of the checks that apply could not be answered. */
  provisional: z.boolean(),
  authorizedBy: z.string().nullable(),
  hosts: z.array(
    z.strictObject({
      address: z.string(),
      /** The first of the names asked for, or the domain. */
      name: z.string().nullable(),
      reachable: z.boolean(),
      grade: z.enum(['A', 'B', 'C', 'D', 'E']),
      services: z.array(
        z.strictObject({
          port: z.int(),
          transport: z.enum(['tcp', 'udp']),
          service: z.string().nullable(),
          product: z.string().nullable(),
          version: z.string().nullable(),
          cpe: z.array(z.string()),
        }),
      ),
    }),
  ),
  findings: z.array(
    z.strictObject({
      ...place,
      group: z.string(),
      severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
      confidence: z.enum(['verified', 'inferred']),
      /** The endpoint, and what is narrower than it: `192.0.2.1:443/tcp www.example.jp /.git/`. */
      place: z.string(),
      title: text,
      /** What was seen here, where the check has more to say than its title. */
      detail: text.nullable(),
      why: text,
      /** The product that was seen first, `any` last; placeholders filled in. */
      fixes: z.array(
        z.strictObject({
          product: z.string(),
          steps: text,
          snippet: z.string().nullable(),
          confirm: z.string(),
        }),
      ),
      proof: z.array(z.strictObject({ evidence: z.string(), pointer: z.string(), excerpt: z.string() })),
      references: z.array(z.string()),
      cves: z.array(z.string()),
      kev: z.boolean(),
      epss: z.number().nullable(),
      dueDays: z.int().nullable(),
    }),
  ),
  actions: z.array(
    z.strictObject({
      title: text,
      product: z.string(),
      host: z.string(),
      severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
      /** Indexes into `findings`. */
      closes: z.array(z.int()),
    }),
  ),
  passed: z.array(z.strictObject(place)),
  notApplicable: z.array(z.strictObject(place)),
  undetermined: z.array(z.strictObject({ ...place, reason: z.string() })),
  load: z.strictObject({
    packets: z.int(),
    requests: z.int(),
    maxPerSecond: z.int(),
    targetLatency: z.strictObject({ before: latency, during: latency, after: latency }),
  }),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportFinding = Report['findings'][number];
export type ReportAction = Report['actions'][number];
