import { z } from 'zod';
import { line, observed } from '../limits.ts';
import { tlsRoutes } from '../tls-hello/schema.ts';

const isoInstant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const parsedCertificate = z.strictObject({
  /** DER, base64. The fields below are read from it, so that a check needs no ASN.1. */
  der: z
    .string()
    .max(24_000)
    .regex(/^[A-Za-z0-9+/=]*$/),
  sha256,
  spkiSha256: sha256,
  subject: line,
  issuer: line,
  serial: line,
  notBefore: isoInstant,
  notAfter: isoInstant,
  dnsNames: z.array(line).max(512),
  ipAddresses: z.array(line).max(128),
  /** Dotted OID of signatureAlgorithm and the hash it uses, e.g. `sha256`; `unknown` where it is not known to us. */
  signatureOid: line,
  signatureHash: line,
  key: z.strictObject({
    type: z.enum(['rsa', 'ec', 'ed25519', 'ed448', 'dsa', 'other']),
    bits: z.int().min(0).max(65_536),
  }),
  isCa: z.boolean(),
  /** subject equals issuer and the signature verifies with its own key. */
  selfSigned: z.boolean(),
});

/** One handshake of the runtime's TLS client, for the certificates as sent. Endpoint: address, port, name = SNI. */
export const certificateSchema = z.strictObject({
  sni: line.nullable(),
  via: z.enum(tlsRoutes),
  /** `no`: anonymous suites only, or no STARTTLS. `unknown`: no handshake was possible. */
  presented: observed(
    z.strictObject({
      protocol: line,
      cipher: line,
      /** Leaf first. */
      chain: z.array(parsedCertificate).min(1).max(12),
      /** `sorted`: by the TLS library, which also leaves out what does not fit, where TLS 1.3 is all there is. */
      listed: z.enum(['as-sent', 'sorted', 'unknown']),
      /** Against Mozilla's roots of the runtime and the extra anchors of the order. */
      trust: z.enum(['trusted', 'self-signed', 'untrusted-root', 'incomplete', 'expired', 'invalid']),
      /** The TLS library's own word for it, e.g. `UNABLE_TO_VERIFY_LEAF_SIGNATURE`; null when trusted. */
      trustError: line.nullable(),
      /** Whose root the chain leads to: one of Mozilla's, or one that only the order trusts. */
      anchor: z.enum(['mozilla', 'order', 'none', 'unknown']),
      /** SHA-256 of each certificate on the way there, the leaf first, the root last; empty where none is known. */
      path: z.array(sha256).max(14),
      ocspStapled: z.boolean(),
      /** Signed certificate timestamps in the TLS extension, which a raw hello asked for. `no`: there were none. */
      tlsTimestamps: observed(z.strictObject({ count: z.int().min(1).max(32) })),
      /** What the stapled OCSP response says of the leaf (RFC 6960). `no`: none was stapled, twice. */
      ocsp: observed(
        z.strictObject({
          status: z.enum(['good', 'revoked', 'unknown']),
          thisUpdate: isoInstant,
          nextUpdate: isoInstant.nullable(),
          /** The response as it came, base64. */
          response: z.string().max(24_000),
        }),
      ),
    }),
  ),
});
