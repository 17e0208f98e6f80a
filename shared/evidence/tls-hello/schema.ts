import { z } from 'zod';
import { hex, line, observed } from '../limits.ts';

export const tlsVersions = ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
/** A suite may be in several: `TLS_DH_anon_WITH_RC4_128_MD5` is anonymous and RC4. */
export const weakFamilies = [
  'null',
  'anon',
  'export',
  'rc4',
  'rc2',
  'des',
  'idea',
  'seed',
  '3des',
  'static-rsa',
  'static-ecdh',
  'cbc',
  'ccm8',
] as const;
/** How TLS is reached: at once, or after a question in clear text. */
export const tlsRoutes = [
  'direct',
  'smtp-starttls',
  'imap-starttls',
  'pop3-starttls',
  'ftp-auth-tls',
  'ldap-starttls',
  'postgresql',
  'mysql',
  'xmpp-starttls',
] as const;

/** IANA code point, four hex digits. */
const codePoint = z.string().regex(/^[0-9a-f]{4}$/);
const version = z.enum(tlsVersions);
const count = z.int().min(0).max(65_536);

/** What a server chose: the suite with its IANA name where known, and the record bytes of the ServerHello. */
const choice = { cipher: codePoint, cipherName: line, serverHello: hex };

/** A ServerHello that took what was offered. */
const accepted = z.strictObject({
  version,
  ...choice,
  /**
   * The same answer on a second connection, at a later second. Asked for what may be a fault: old versions, families,
   * the best version where TLS 1.3 is missing. null when it was not asked or could not be repeated.
   */
  confirmedBy: hex.nullable(),
});

/** Several ServerKeyExchanges of one kind; the first is here whole, the public values of all in the order seen. */
const exchanges = {
  serverKeyExchange: hex,
  publicValues: z.array(hex).min(1).max(64),
};
const finiteField = z.strictObject({
  ...exchanges,
  /** Of the number itself: leading zero bytes and bits do not count. */
  primeBits: z.int().min(1).max(65_536),
  prime: hex,
  generator: hex,
});

/** A group of the IANA registry, with the bytes that show that the server took it. */
const group = z.strictObject({ id: codePoint, name: line, answer: hex });
const groupList = z.strictObject({
  groups: z.array(group).max(64),
  /** `partial`: the server stopped answering before it had refused the rest. */
  extent: z.enum(['complete', 'partial']),
});

/** What was sent and was not answered, twice, while the hello without the peculiarity (`control`) was. */
const intolerance = z.strictObject({
  hello: hex,
  reaction: z.enum(['alert', 'reset', 'closed', 'timeout', 'garbled']),
  alert: z.int().min(0).max(255).nullable(),
  control: hex,
});

const leaf = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), certificate: hex });

/**
 * Raw handshakes against one TLS endpoint. `no` is an alert or a ServerHello of another version, never a silence;
 * it is also said of everything where the server itself offers no STARTTLS. `unknown('not-attempted')` is also said
 * of what the server made pointless to ask, such as the order of suites where none of them is weak.
 */
export const tlsHelloSchema = z.strictObject({
  sni: line.nullable(),
  via: z.enum(tlsRoutes),
  /** A SERVER-HELLO of SSL 2.0, usable only where `ciphers` (three bytes each, common to both sides) is not empty. */
  sslv2: observed(
    z.strictObject({
      serverHello: hex,
      ciphers: z.array(z.string().regex(/^[0-9a-f]{6}$/)).max(64),
      confirmedBy: hex.nullable(),
    }),
  ),
  versions: z.record(version, observed(accepted)),
  /** An accepted suite of each family, at the highest version ≤ 1.2 where one was taken. */
  families: z.record(z.enum(weakFamilies), observed(accepted)),
  /** Every suite that each version takes, in the order in which they were found; only where a family answered or all was asked for. */
  ciphers: z.record(
    version,
    observed(
      z.strictObject({
        suites: z.array(z.strictObject({ code: codePoint, name: line })).max(512),
        extent: z.enum(['complete', 'partial']),
      }),
    ),
  ),
  /**
   * The same suites offered twice, the second time reversed: two choices tell that the client decides. ChaCha20 stands
   * first in neither, because some servers move it up for clients that prefer it.
   */
  order: observed(
    z.strictObject({
      version,
      offered: z.array(codePoint).max(512),
      forward: z.strictObject(choice),
      reversed: z.strictObject(choice),
    }),
  ),
  /** A ServerHello with a suite that its hello did not offer. `no`: every choice seen was among those offered. */
  unofferedCipher: observed(z.strictObject({ version, offered: z.array(codePoint).max(512), ...choice })),
  /** Ephemeral DH with a certificate. `no`: the server refuses it. */
  dhe: observed(finiteField),
  /** The same with export suites, where some servers keep a group of their own. */
  dheExport: observed(finiteField),
  /** Ephemeral ECDH as seen in all handshakes up to TLS 1.2; `group` is the curve of the first. */
  ecdhe: observed(z.strictObject({ ...exchanges, group: z.strictObject({ id: codePoint, name: line }) })),
  /** Curves below 224 bits, taken when nothing else was offered; `answer` is the ServerKeyExchange. */
  weakCurves: observed(groupList),
  /** X25519MLKEM768, taken when nothing else was offered. */
  hybridGroup: observed(group),
  /** Every group that is taken: up to TLS 1.2 by ServerKeyExchange, in TLS 1.3 by HelloRetryRequest. */
  groups: z.record(z.enum(['TLSv1.2', 'TLSv1.3']), observed(groupList)),
  /** A ServerKeyExchange of TLS 1.2 signed with SHA-1 or MD5, when nothing else was offered; `algorithm` as in RFC 5246 §7.4.1.4.1. */
  weakSignature: observed(
    z.strictObject({ algorithm: codePoint, name: line, serverKeyExchange: hex, serverHello: hex }),
  ),
  /** From the ServerHello of the highest version ≤ 1.2; `no` where TLS 1.3 is all there is. */
  compression: observed(z.strictObject({ method: z.int().min(0).max(255) })),
  /** RFC 5746: the server echoed renegotiation_info. `not-attempted` where no version ≤ 1.2 is spoken. */
  secureRenegotiation: observed(z.strictObject({ extension: hex })),
  /** RFC 7627, in the same ServerHello; `not-attempted` in the same case. */
  extendedMasterSecret: observed(z.strictObject({ extension: hex })),
  /** RFC 7366; `no` also where the suite chosen is no CBC suite. */
  encryptThenMac: observed(z.strictObject({ extension: hex })),
  /** RFC 6520: the server would answer heartbeats. */
  heartbeat: observed(z.strictObject({ extension: hex })),
  /** RFC 8446 §4.1.3: the mark in the random of a server that speaks TLS 1.3 and was asked for 1.2. `not-attempted` unless it speaks both. */
  downgradeSentinel: observed(z.strictObject({ random: hex })),
  /** RFC 7507: a hello of a lower version with TLS_FALLBACK_SCSV was answered. `no`: refused, as it should be. `not-attempted` unless two versions ≤ 1.2 are spoken. */
  fallback: observed(accepted),
  /** ServerHello.random up to TLS 1.2 with the second of our clock, for a server that puts its own clock in front. */
  randoms: z
    .array(z.strictObject({ random: z.string().regex(/^[0-9a-f]{64}$/), epochSeconds: z.int().min(0) }))
    .max(8),
  /** `yes` is the fault. `grease`: values that RFC 8701 sprinkles in, an unknown version among them. `size`: a hello of 256 to 511 bytes. */
  intolerance: z.record(z.enum(['grease', 'size']), observed(intolerance)),
  /** The certificate up to TLS 1.2, asked for by name and without one. `withoutName` is `no` where only a name opens the door. */
  leaves: z.strictObject({ named: observed(leaf), withoutName: observed(leaf) }),
  /** CertificateRequest up to TLS 1.2: the names of the authorities, DER as hex in `authorities`, as text in `names`. */
  clientAuth: observed(
    z.strictObject({ names: z.array(line).max(64), authorities: z.array(hex).max(64), message: hex }),
  ),
  /** ServerHellos up to TLS 1.2 that settled on HTTP/2, one a suite; asked on web ports only. */
  h2: observed(
    z.strictObject({
      choices: z
        .array(z.strictObject({ version, ...choice }))
        .min(1)
        .max(64),
    }),
  ),
  /** Handshakes made, all purposes. */
  connections: count,
});
