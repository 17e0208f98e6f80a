import type { weakFamilies } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { type CipherSuite, suites } from '../wire/tls/cipher-suites.ts';

export type WeakFamily = (typeof weakFamilies)[number];

/** A suite may be in several: `TLS_DH_anon_WITH_RC4_128_MD5` is anonymous and RC4. */
const belongs: Readonly<Record<WeakFamily, RegExp>> = {
  null: /_WITH_NULL_/,
  anon: /_anon_(?!EXPORT)/,
  export: /_EXPORT/,
  rc4: /_WITH_RC4_128_/,
  rc2: /_RC2_CBC_/,
  des: /_WITH_DES_CBC_/,
  idea: /_IDEA_CBC_/,
  seed: /_SEED_CBC_/,
  '3des': /_WITH_3DES_/,
  'static-rsa': /^TLS_RSA_WITH_(?!NULL)/,
  'static-ecdh': /^TLS_ECDH_(ECDSA|RSA)_WITH_(?!NULL)/,
  // Those whose cipher is no fault of its own.
  cbc: /_(AES|CAMELLIA|ARIA)_\d+_CBC_/,
  ccm8: /_CCM_8(_|$)/,
};
/** Ephemeral DH is no fault, but has parameters of its own to look at. */
export type SuiteGroup = WeakFamily | 'dhe';
const dheWithCertificate = /^TLS_DHE_(RSA|DSS)_WITH_/;
/** What servers that are well kept may still take; all others are asked for together, since they refuse them all. */
export const common: readonly SuiteGroup[] = ['static-rsa', 'cbc', 'dhe'];

export function suitesOf(group: SuiteGroup): readonly CipherSuite[] {
  const pattern = group === 'dhe' ? dheWithCertificate : belongs[group];
  return suites.filter(({ name }) => pattern.test(name));
}

export const dheExportSuites: readonly CipherSuite[] = suites.filter(({ name }) =>
  /^TLS_DHE_(RSA|DSS)_EXPORT/.test(name),
);
export const ecdheSuites: readonly CipherSuite[] = suites.filter(({ name }) =>
  /^TLS_ECDHE_(RSA|ECDSA)_WITH_(?!NULL)/.test(name),
);

/** One of these suites is among those that were taken. */
export function isTaken(group: SuiteGroup, accepted: ReadonlyMap<string, unknown>): boolean {
  return suitesOf(group).some(({ code }) => accepted.has(code));
}
