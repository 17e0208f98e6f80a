import { expect, test } from 'vitest';
import {
  buildCertificate,
  intermediateCertificate,
  leafCertificate,
  plainDer,
} from '../../evidence/certificate/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { chainIncomplete } from './chain-incomplete.ts';
import { selfSigned } from './self-signed.ts';
import { untrustedRoot } from './untrusted-root.ts';

const own = leafCertificate({ selfSigned: true, issuer: 'CN=www.city.example.jp' });
const ca = intermediateCertificate();
const root = intermediateCertificate({ selfSigned: true, subject: ca.issuer });
/** In public logs, as goodDer is; and one that no public authority can have issued. */
const leaf = leafCertificate();
const unlogged = leafCertificate({ der: plainDer });
const mail = { via: 'smtp-starttls' } as const;

test.each([
  ['trusted', buildCertificate(), 'safe', 'safe', 'safe'],
  [
    'no handshake',
    buildCertificate({ presented: unknown('timeout') }),
    'undetermined: timeout',
    'undetermined: timeout',
    'undetermined: timeout',
  ],
  [
    'no certificate',
    buildCertificate({ presented: no }),
    'not-applicable',
    'not-applicable',
    'not-applicable',
  ],
  [
    'a self-signed one given as an extra anchor',
    buildCertificate({ presented: { chain: [own] } }),
    'safe',
    'safe',
    'not-applicable',
  ],
  [
    'expired, so the rest is not known',
    buildCertificate({ presented: { trust: 'expired', trustError: 'CERT_HAS_EXPIRED' } }),
    'safe',
    'undetermined: certificate-expired',
    'undetermined: certificate-expired',
  ],
  [
    'invalid in another way',
    buildCertificate({ presented: { trust: 'invalid', trustError: 'CERT_SIGNATURE_FAILURE' } }),
    'safe',
    'undetermined: certificate-invalid',
    'undetermined: certificate-invalid',
  ],
  [
    'self-signed',
    buildCertificate({
      presented: { trust: 'self-signed', trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT', chain: [own] },
    }),
    'medium verified',
    'not-applicable',
    'not-applicable',
  ],
  [
    'self-signed and expired',
    buildCertificate({ presented: { trust: 'expired', trustError: 'CERT_HAS_EXPIRED', chain: [own] } }),
    'medium verified',
    'not-applicable',
    'not-applicable',
  ],
  [
    'a root in the chain that nobody knows',
    buildCertificate({
      presented: {
        trust: 'untrusted-root',
        trustError: 'SELF_SIGNED_CERT_IN_CHAIN',
        chain: [leaf, ca, root],
      },
    }),
    'safe',
    'high verified',
    'safe',
  ],
  [
    'an unknown root left out of the chain',
    buildCertificate({
      presented: { trust: 'untrusted-root', chain: [unlogged, ca] },
    }),
    'safe',
    'high inferred',
    'undetermined: issuer-not-known',
  ],
  [
    'the second intermediate of a public authority was not sent',
    buildCertificate({
      presented: { trust: 'untrusted-root', trustError: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' },
    }),
    'safe',
    'not-applicable',
    'medium inferred',
  ],
  [
    'only the leaf was sent, of nobody knows whom',
    buildCertificate({ presented: { trust: 'incomplete', chain: [unlogged] } }),
    'safe',
    'high inferred',
    'undetermined: issuer-not-known',
  ],
  [
    'only the leaf was sent',
    buildCertificate({
      presented: { trust: 'incomplete', trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain: [leaf] },
    }),
    'safe',
    'not-applicable',
    'medium inferred',
  ],
  [
    'self-signed at a mail server',
    buildCertificate({ ...mail, presented: { trust: 'self-signed', chain: [own] } }),
    'low verified',
    'not-applicable',
    'not-applicable',
  ],
  [
    'an unknown root at a mail server',
    buildCertificate({ ...mail, presented: { trust: 'untrusted-root', chain: [leaf, ca, root] } }),
    'safe',
    'medium verified',
    'safe',
  ],
] as const)(
  '%s → self-signed, untrusted-root, chain-incomplete',
  (_, evidence, self, untrusted, incomplete) => {
    expect([selfSigned, untrustedRoot, chainIncomplete].map((check) => outcomeOf(check, evidence))).toEqual([
      self,
      untrusted,
      incomplete,
    ]);
  },
);
