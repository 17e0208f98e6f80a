import { z } from 'zod';
import { endpointSchema } from '../evidence/evidence.ts';
import { type EvidenceKind, evidenceKinds } from '../evidence/kinds.ts';
import { signedOrderSchema } from './order.ts';

/** Raised when an old node could misread an answer; the scheduler serves this one and the one before. */
export const protocolVersion = 2;

const kind = z.enum(evidenceKinds as [EvidenceKind, ...EvidenceKind[]]);
const text = z.string().max(500);
const latency = z.number().min(0).nullable();

export const loadSchema = z.strictObject({
  packets: z.int().min(0),
  requests: z.int().min(0),
  maxPerSecond: z.int().min(0),
  targetLatency: z.strictObject({ before: latency, during: latency, after: latency }),
});

/** POST /fleet/v1/join, with the one-time token. */
export const joinRequestSchema = z.strictObject({
  protocol: z.int(),
  token: z.string().max(200),
  name: z.string().min(1).max(100),
  version: z.string().max(50),
});
/** `key` is the node's own secret for all later calls (Authorization: Bearer); `orderKey` the scheduler's public key, PEM. */
export const joinResponseSchema = z.strictObject({
  nodeId: z.string(),
  key: z.string(),
  orderKey: z.string(),
});

/** POST /fleet/v1/claim: held open for up to `waitMs` until there is work. Version 1 says nothing of slots and site. */
export const claimRequestSchema = z.strictObject({
  protocol: z.int(),
  version: z.string().max(50),
  waitMs: z.int().min(0).max(60_000),
  clock: z.iso.datetime(),
  /** Jobs it takes at once. */
  slots: z.int().min(1).max(256).default(8),
  /** Where its packets come from: data centre and line. */
  site: z.string().max(100).default(''),
});
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** What is already stored of a job: the next node goes on from there. */
export const gatheredSchema = z.strictObject({ kind, endpoint: endpointSchema });
export const grantSchema = z.strictObject({
  order: signedOrderSchema,
  /** What earlier attempts brought; of `ports` the evidence itself comes along, since all else follows from it. */
  gathered: z.array(gatheredSchema),
  ports: z.unknown().nullable(),
});
export type Grant = z.infer<typeof grantSchema>;
export const claimResponseSchema = z.strictObject({ grant: grantSchema.nullable() });

/** POST /fleet/v1/jobs/:id/heartbeat. */
export const heartbeatRequestSchema = z.strictObject({
  leaseToken: z.int(),
  /** What is being looked at now, for the live progress. */
  doing: text,
  done: z.int().min(0),
  total: z.int().min(0),
  load: loadSchema,
});
export const heartbeatResponseSchema = z.strictObject({ leaseExpiresAt: z.iso.datetime() });

/** POST /fleet/v1/jobs/:id/control: held open; answers `stop` as soon as the work must end. */
export const controlRequestSchema = z.strictObject({
  leaseToken: z.int(),
  waitMs: z.int().min(0).max(60_000),
});
export const controlResponseSchema = z.strictObject({
  order: z.enum(['go-on', 'stop']),
  reason: z.enum(['stopped', 'window-closed', 'lease-lost']).nullable(),
});

/** POST /fleet/v1/jobs/:id/evidence. Sending the same evidence id twice is one evidence. */
export const evidenceRequestSchema = z.strictObject({ leaseToken: z.int(), evidence: z.unknown() });

/** Something that was to be looked at and was not: becomes 未診断, never "clean". */
export const unprobedSchema = z.strictObject({
  kind,
  endpoint: endpointSchema,
  reason: z.enum([
    'window-closed',
    'stopped',
    'unreachable',
    'blocked',
    'probe-failed',
    'tool-missing',
    'tool-killed',
    'target-suffering',
  ]),
  detail: text,
});
export type Unprobed = z.infer<typeof unprobedSchema>;

/** POST /fleet/v1/jobs/:id/finish. */
export const finishRequestSchema = z.strictObject({
  leaseToken: z.int(),
  outcome: z.enum(['done', 'partial', 'failed']),
  unprobed: z.array(unprobedSchema).max(5000),
  load: loadSchema,
});
export type FinishRequest = z.infer<typeof finishRequestSchema>;

/** Errors of the fleet API: `{code, message}` with the status. */
export const errorResponseSchema = z.strictObject({
  code: z.string().max(100),
  message: z.string().max(1000),
});
