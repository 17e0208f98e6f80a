import { expect, test } from 'vitest';
import {
  buildCertificate,
  intermediateCertificate,
  leafCertificate,
} from '../../evidence/certificate/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { chainIncomplete } from './chain-incomplete.ts';
import { selfSigned } from './self-signed.ts';
import { untrustedRoot } from './untrusted-root.ts';

const own = leafCertificate({ selfSigned: true, issuer: 'CN=www.city.example.jp' });
const root = intermediateCertificate({ selfSigned: true, subject: 'CN=Root', issuer: 'CN=Root' });
const leaf = leafCertificate();
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
      presented: { trust: 'self-signed', trustError: 'SELF_SIGNED_CERT_IN_CHAIN', chain: [leaf, root] },
    }),
    'safe',
    'high verified',
    'safe',
  ],
  [
    'an unknown root left out of the chain',
    buildCertificate({
      presented: { trust: 'untrusted-root', trustError: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' },
    }),
    'safe',
    'high verified',
    'safe',
  ],
  [
    'only the leaf was sent',
    buildCertificate({
      presented: { trust: 'incomplete', trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain: [leaf] },
    }),
    'safe',
    'not-applicable',
    'medium verified',
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
    buildCertificate({ ...mail, presented: { trust: 'untrusted-root' } }),
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
