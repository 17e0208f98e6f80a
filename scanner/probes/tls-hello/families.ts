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

export function suitesOf(family: WeakFamily): readonly CipherSuite[] {
  return suites.filter(({ name }) => belongs[family].test(name));
}

export const dheSuites: readonly CipherSuite[] = suites.filter(({ name }) =>
  /^TLS_DHE_(RSA|DSS)_WITH_/.test(name),
);
