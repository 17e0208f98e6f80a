import { z } from 'zod';
import type { EvidenceId, JobId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import { type EvidenceData, type EvidenceKind, evidenceKinds, kindOf, type Upgrade } from './kinds.ts';
import { portNumber } from './limits.ts';

/** Where something was seen. */
export const endpointSchema = z.strictObject({
  /** The address; for a zone or mail domain, the domain itself. */
  host: z.string().min(1).max(253),
  /** The name asked for (SNI, Host), null when asked by address. */
  name: z.string().max(253).nullable(),
  /** null for what holds for the whole host. */
  port: portNumber.nullable(),
  transport: z.enum(['tcp', 'udp']),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export function samePlace(a: Endpoint, b: Endpoint): boolean {
  return a.host === b.host && a.name === b.name && a.port === b.port && a.transport === b.transport;
}

/** What was seen, raw enough to be judged again by a check that is not written yet. Never changed once stored. */
export interface EvidenceOf<K extends EvidenceKind> {
  readonly id: EvidenceId;
  readonly kind: K;
  readonly schema: number;
  readonly jobId: JobId;
  readonly endpoint: Endpoint;
  readonly gatheredAt: Instant;
  readonly data: EvidenceData[K];
}
export type Evidence = { [K in EvidenceKind]: EvidenceOf<K> }[EvidenceKind];

const envelope = z.strictObject({
  id: z.string().regex(/^evd_[0-9a-z]{16,40}$/),
  kind: z.enum(evidenceKinds as [EvidenceKind, ...EvidenceKind[]]),
  schema: z.int().min(1).max(100),
  jobId: z.string().regex(/^job_[0-9a-z]{16,40}$/),
  endpoint: endpointSchema,
  gatheredAt: z.iso.datetime(),
  data: z.unknown(),
});

export class InvalidEvidenceError extends Error {
  override readonly name = 'InvalidEvidenceError';
  readonly code = 'invalid-evidence';
}

/**
 * The one door for evidence from outside and from the store; older versions come out as the newest.
 * @throws InvalidEvidenceError naming the first field that does not fit
 */
export function parseEvidence(json: unknown): Evidence {
  const outer = envelope.safeParse(json);
  if (!outer.success) throw new InvalidEvidenceError(firstIssue(outer.error));
  const { schema, version, upgrades = [] } = kindOf(outer.data.kind);
  if (outer.data.schema > version) {
    throw new InvalidEvidenceError(`schema: ${outer.data.kind} is known up to version ${version}`);
  }
  const data = schema.safeParse(upgraded(outer.data.data, upgrades.slice(outer.data.schema - 1)));
  if (!data.success) throw new InvalidEvidenceError(`data.${firstIssue(data.error)}`);
  return { ...outer.data, schema: version, data: data.data } as Evidence;
}

function upgraded(data: unknown, steps: readonly Upgrade[]): unknown {
  return steps.reduce(
    (older, step) =>
      typeof older === 'object' && older !== null ? step(older as Readonly<Record<string, unknown>>) : older,
    data,
  );
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`.slice(0, 500);
}

/** Tells a kind of evidence at one place from every other. */
export function placeKey(item: { readonly kind: EvidenceKind; readonly endpoint: Endpoint }): string {
  const { host, name, port, transport } = item.endpoint;
  return JSON.stringify([item.kind, host, name, port, transport]);
}

/** Of several looks at the same place, as after a crash, the last one. */
export function newestOnly(evidence: readonly Evidence[]): readonly Evidence[] {
  const newest = new Map<string, Evidence>();
  for (const item of evidence) {
    const known = newest.get(placeKey(item));
    if (known === undefined || known.gatheredAt <= item.gatheredAt) newest.set(placeKey(item), item);
  }
  return [...newest.values()];
}
