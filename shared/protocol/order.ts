import { z } from 'zod';
import { type EvidenceKind, evidenceKinds } from '../evidence/kinds.ts';
import { optInIds } from '../model/opt-in.ts';

const utc = z.iso.datetime();
const addressText = z.string().min(2).max(45);
const nameText = z.string().min(1).max(253);

const hostTarget = z.strictObject({
  kind: z.literal('host'),
  address: addressText,
  /** Names proven for this address: asked for as SNI and Host. Empty: only the bare address is looked at. */
  names: z.array(nameText).max(64),
  /** Zones proven for the same organisation; a transfer is asked only of these. */
  zones: z.array(nameText).max(64),
});

/** A zone and mail domain, looked at through the resolver and at the authorities of the order. */
const domainTarget = z.strictObject({ kind: z.literal('domain'), domain: nameText });

/**
 * One address of a name server, as the scheduler found it when it made the order. Servers stand at hosters, so they
 * are no hosts of the order: they are asked in DNS about the zone, and nothing else.
 */
const authority = z.strictObject({
  /** The zone it serves: the domain itself, or its parent, whose server delegates to it. */
  zone: nameText,
  role: z.enum(['zone', 'parent']),
  name: nameText,
  address: addressText,
  port: z.int().min(1).max(65_535),
});
export type Authority = z.infer<typeof authority>;

/** Everything a node may do for one job. The guard enforces it, whatever the node is told otherwise. */
export const orderSchema = z.strictObject({
  schema: z.literal('enkaku-order/1'),
  jobId: z.templateLiteral(['job_', z.string()]),
  reservationId: z.templateLiteral(['rsv_', z.string()]),
  nodeId: z.templateLiteral(['nod_', z.string()]),
  leaseToken: z.int().min(1),
  issuedAt: utc,
  window: z.strictObject({ opensAt: utc, closesAt: utc }),
  target: z.discriminatedUnion('kind', [hostTarget, domainTarget]),
  /** The recursive resolver for questions about names; null: no such question is asked. */
  resolver: z.strictObject({ address: addressText, port: z.int().min(1).max(65_535) }).nullable(),
  /** For a domain: the name servers of its zone and of the parent. An older order names none. */
  authorities: z.array(authority).max(64).default([]),
  /** Kinds of evidence that are wanted. `ports` always comes first. */
  kinds: z.array(z.enum(evidenceKinds as [EvidenceKind, ...EvidenceKind[]])).min(1),
  /** TCP ports: the profile, all, or an explicit list such as `22,80,8000-8100`; empty: none. */
  ports: z.union([
    z.enum(['default', 'all']),
    z
      .string()
      .regex(/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$|^$/)
      .max(4096),
  ]),
  /** UDP ports that may be asked, each by its own probe (53, 161). */
  udpPorts: z.array(z.int().min(1).max(65_535)).max(64),
  /** Tests that go further than looking and were consented to, each by itself. */
  optIns: z.array(z.enum(optInIds)).max(optInIds.length).default([]),
  limits: z.strictObject({
    packetsPerSecond: z.int().min(1).max(5000),
    /** HTTP requests, per host and second. */
    requestsPerSecond: z.number().min(0.1).max(50),
    connectionsPerSecond: z.int().min(1).max(500),
    concurrentConnections: z.int().min(1).max(64),
  }),
  /** `lab` permits special-purpose addresses (RFC 6890) and nothing else; `internet` refuses them all. */
  network: z.enum(['internet', 'lab']),
  /** Extra trust anchors, PEM. */
  trustAnchors: z.array(z.string().max(20_000)).max(8),
  /** The portal's address, named in every request. */
  contact: z.string().max(500),
});
export type Order = z.infer<typeof orderSchema>;
export type OrderTarget = Order['target'];

/** The signature is over the exact characters of `payload`, so nothing has to be canonicalised. */
export const signedOrderSchema = z.strictObject({
  payload: z.string().max(200_000),
  /** Ed25519, base64. */
  signature: z.string().max(120),
});
export type SignedOrder = z.infer<typeof signedOrderSchema>;
