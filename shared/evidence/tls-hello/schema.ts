import { z } from 'zod';
import { hex, line, observed } from '../limits.ts';

export const tlsVersions = ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export const weakFamilies = ['null', 'anon', 'export', 'rc4', 'des', '3des', 'static-rsa'] as const;

/** A ServerHello that took what was offered. */
const accepted = z.strictObject({
  version: z.enum(tlsVersions),
  /** IANA code point, four hex digits, and its IANA name where known. */
  cipher: z.string().regex(/^[0-9a-f]{4}$/),
  cipherName: line,
  /** The record bytes of the ServerHello. */
  serverHello: hex,
  /**
   * The same answer on a second connection, at a later second. Asked for what may be a fault: old versions, families,
   * the best version where TLS 1.3 is missing. null when it was not asked or could not be repeated.
   */
  confirmedBy: hex.nullable(),
});

/**
 * Raw handshakes against one TLS endpoint. `no` is an alert or a ServerHello of another version, never a silence;
 * it is also said of everything where a mail server offers no STARTTLS.
 */
export const tlsHelloSchema = z.strictObject({
  sni: line.nullable(),
  /** How TLS was reached. */
  via: z.enum(['direct', 'smtp-starttls']),
  versions: z.record(z.enum(tlsVersions), observed(accepted)),
  /** One hello for each family, offering nothing else, at the highest version ≤ 1.2 that the server speaks; refused there, at the lowest. */
  families: z.record(z.enum(weakFamilies), observed(accepted)),
  /** Ephemeral DH: the prime of the ServerKeyExchange. `no`: the server refuses DHE. */
  dhe: observed(
    z.strictObject({ primeBits: z.int().min(1).max(65_536), prime: hex, serverKeyExchange: hex }),
  ),
  /** From the ServerHello of the highest version ≤ 1.2; `no` where TLS 1.3 is all there is. */
  compression: observed(z.strictObject({ method: z.int().min(0).max(255) })),
  /** RFC 5746: the server echoed renegotiation_info. `not-attempted` where no version ≤ 1.2 is spoken. */
  secureRenegotiation: observed(z.strictObject({ extension: hex })),
  /** Handshakes made, all purposes. */
  connections: z.int().min(0).max(1000),
});
