import { type Observed, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

type CertificateData = EvidenceData['certificate'];
type Presented = Extract<CertificateData['presented'], { outcome: 'yes' }>['value'];
export type Certificate = Presented['chain'][number];

/** A leaf of a public CA for www.city.example.jp, in the middle of its 90 days at the fixtures' date. */
export function leafCertificate(overrides: Partial<Certificate> = {}): Certificate {
  return {
    der: 'MIIB',
    sha256: 'a1'.repeat(32),
    spkiSha256: 'b2'.repeat(32),
    subject: 'CN=www.city.example.jp',
    issuer: 'CN=Example Issuing CA, O=Example, C=JP',
    serial: '0a1b2c3d4e5f60718293a4b5',
    notBefore: '2026-10-15T00:00:00Z',
    notAfter: '2027-01-13T00:00:00Z',
    dnsNames: ['www.city.example.jp', 'city.example.jp'],
    ipAddresses: [],
    signatureOid: '1.2.840.113549.1.1.11',
    signatureHash: 'sha256',
    key: { type: 'rsa', bits: 2048 },
    isCa: false,
    selfSigned: false,
    ...overrides,
  };
}

/** The CA certificate that issued {@link leafCertificate}. */
export function intermediateCertificate(overrides: Partial<Certificate> = {}): Certificate {
  return leafCertificate({
    sha256: 'c3'.repeat(32),
    spkiSha256: 'd4'.repeat(32),
    subject: 'CN=Example Issuing CA, O=Example, C=JP',
    issuer: 'CN=Example Root CA, O=Example, C=JP',
    notBefore: '2020-01-01T00:00:00Z',
    notAfter: '2030-01-01T00:00:00Z',
    dnsNames: [],
    isCa: true,
    ...overrides,
  });
}

type Overrides = Partial<Omit<CertificateData, 'presented'>> & {
  /** Merged into what a good server presents, or the outcome that took its place. */
  readonly presented?: Partial<Presented> | Observed<never>;
};

/** A trusted chain of two for the name that was asked for. */
export function buildCertificate(
  { presented = {}, ...overrides }: Overrides = {},
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'certificate'> {
  return envelope(
    'certificate',
    { port: 443, name: 'www.city.example.jp', ...endpoint },
    {
      sni: 'www.city.example.jp',
      via: 'direct',
      presented:
        'outcome' in presented
          ? presented
          : yes({
              protocol: 'TLSv1.3',
              cipher: 'TLS_AES_128_GCM_SHA256',
              chain: [leafCertificate(), intermediateCertificate()],
              trust: 'trusted',
              trustError: null,
              ocspStapled: false,
              ...presented,
            }),
      ...overrides,
    },
  );
}
