import { no, type Observed, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

type CertificateData = EvidenceData['certificate'];
type Presented = Extract<CertificateData['presented'], { outcome: 'yes' }>['value'];
export type Certificate = Presented['chain'][number];

/** P-256, version 3, for TLS servers, two timestamps, must-staple, with an OCSP address; made with openssl for these tests. */
export const goodDer =
  'MIICITCCAcigAwIBAgIUScabxYgMUc/XOTaZFTmauLrQLyYwCgYIKoZIzj0EAwIwHjEcMBoGA1UEAwwTd3d3LmNpdHkuZXhhbXBsZS5qcDAeFw0yNjExMjcyMTQ5MTNaFw0yNjEyMjcyMTQ5MTNaMB4xHDAaBgNVBAMME3d3dy5jaXR5LmV4YW1wbGUuanAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARxxRkWmPMF8cql/a1VHief7dKBaZAGOXfpEpaXEUwxTfC5+rvpSlEFEHo+hN23+jnRka2iI2XTB1vfjkjZNosao4HjMIHgMB4GA1UdEQQXMBWCE3d3dy5jaXR5LmV4YW1wbGUuanAwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4AwHQYDVR0lBBYwFAYIKwYBBQUHAwEGCCsGAQUFBwMCMDMGCCsGAQUFBwEBBCcwJTAjBggrBgEFBQcwAYYXaHR0cDovL29jc3AuZXhhbXBsZS5qcC8wEQYIKwYBBQUHARgEBTADAgEFMBoGCisGAQQB1nkCBAIEDAQKAAgAAqq7AALM3TAdBgNVHQ4EFgQUi+0cnvDW8NfYdVV9WuTtkGubGBowCgYIKoZIzj0EAwIDRwAwRAIgGEVmFtCNg/r9T2AoEpPgEvJcsdePUH76lLLhFQiy7rMCIFQWUpAl1q+yLru8vMNxyojYWmelseUqrxdcoK9a3vix';
/** RSA with 1024 bits, a CA's constraints and usage, for TLS clients only, serial number 17. */
export const caDer =
  'MIICJjCCAY+gAwIBAgIBETANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBN3d3cuY2l0eS5leGFtcGxlLmpwMB4XDTI2MTEyNzIxNDkxM1oXDTI2MTIyNzIxNDkxM1owHjEcMBoGA1UEAwwTd3d3LmNpdHkuZXhhbXBsZS5qcDCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkCgYEA8WrQx9JOyp3poGr9eo86uyF68Q4vGIoElqPhPpsMv8fOL6BAMF7HssbuDN4OVeGzgxFHfOI0tozzmC6ofWYBkL9yDRYorjRywLmg58VxvjILl/13SY+or8TwBrCKv5s8uppVtKtUexSQZHDjnSkDxtx6hiEqRDCTA9EdCT72VD0CAwEAAaN0MHIwHgYDVR0RBBcwFYITd3d3LmNpdHkuZXhhbXBsZS5qcDAPBgNVHRMBAf8EBTADAQH/MAsGA1UdDwQEAwICBDATBgNVHSUEDDAKBggrBgEFBQcDAjAdBgNVHQ4EFgQULGuTnJD3b/DTsg+sNM+cYrc3SUQwDQYJKoZIhvcNAQELBQADgYEAdzztj4u15FLRaUTlKo+KnWoACa+TIwk0HoX1S/oCsxIjvto55ISaRx7hLk4NnOonWOEp2AJygnFxTxXcbxj+xWQ4hmt1kghY5tnpp6fzMOILj/XisSEpgeHjHxioDYmXMM4m+O1vfxqiSPI46lWKXtfYZELSTYH47i5MRM/NOgw=';
/** P-256 with its names and nothing else. */
export const plainDer =
  'MIIBfzCCASWgAwIBAgIUD38d1NNPi2CvVFf45SFEVHkZzs4wCgYIKoZIzj0EAwIwHjEcMBoGA1UEAwwTd3d3LmNpdHkuZXhhbXBsZS5qcDAeFw0yNjExMjcyMTQ5MTNaFw0yNjEyMjcyMTQ5MTNaMB4xHDAaBgNVBAMME3d3dy5jaXR5LmV4YW1wbGUuanAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQbQpHFprMrA+6RW3klfOvI/D5IEX0QMm4Rc1DkUVs5ubxw9ftSXeNM2aKiuozIMHnpFD2/9qppY6yOwaF5TDUio0EwPzAeBgNVHREEFzAVghN3d3cuY2l0eS5leGFtcGxlLmpwMB0GA1UdDgQWBBTK6HVNY/FRMchU9YIwg9U/R8NajjAKBggqhkjOPQQDAgNIADBFAiEA01xmLpCSw57oJmGdUNqTHsncWuolXA3zjyyWpPnOj8YCIENDiRsjLFWj3ircr3xYWqjM01XT+oxS73vpCz8ctmPm';
/** X.509 version 1. */
export const version1Der =
  'MIIBNjCB3QIULMMV5I0iAY2LzMLTtVSY4sbjr04wCgYIKoZIzj0EAwIwHjEcMBoGA1UEAwwTd3d3LmNpdHkuZXhhbXBsZS5qcDAeFw0yNjExMjcyMTQ5MTNaFw0yNjEyMjcyMTQ5MTNaMB4xHDAaBgNVBAMME3d3dy5jaXR5LmV4YW1wbGUuanAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQvp765DGGvn8BTZ2QDqbeK2+t3o3XTWPIZlxv368WtcyWFftekzjBMW0itNNRI74ZF02iJED7L8arzpU8HkwwPMAoGCCqGSM49BAMCA0gAMEUCIQCPizpxpYH8O/XxTigV7vSmr8HsqEH7+JNoMo1U0T+xCQIgAyAVuZB7dxzdgcG3qpLYIoqD5ha1wA9wmGNXqI1pB1g=';

/** An authority, and a P-256 leaf that names its key as the issuer's, in no log. */
export const issuerDer =
  'MIIBzTCCAXOgAwIBAgIUHzx/G+KULaPpwucveFibyv3Fmz4wCgYIKoZIzj0EAwIwPDELMAkGA1UEBhMCSlAxEDAOBgNVBAoMB0V4YW1wbGUxGzAZBgNVBAMMEkV4YW1wbGUgSXNzdWluZyBDQTAeFw0yNjExMjcyMjEzNDRaFw0zNTAyMTMyMjEzNDRaMDwxCzAJBgNVBAYTAkpQMRAwDgYDVQQKDAdFeGFtcGxlMRswGQYDVQQDDBJFeGFtcGxlIElzc3VpbmcgQ0EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARnVoJk37U2CwJ3YvxB7jxnWm3pPVlP6vHiQG8ATnfUkzI3Gpl8W40//AMhOuzxZheDLoaUj0ZnhUDRjEAsFT0Qo1MwUTAfBgNVHSMEGDAWgBRqqNs0AWg4oredwABryWQXVfFtgTAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBRqqNs0AWg4oredwABryWQXVfFtgTAKBggqhkjOPQQDAgNIADBFAiEAzhRbOUH2luOsxaWHP1SnJCllR8hdHk7Eaf3g6+3xc+YCIAJ8m710PWlQdTUTuNSNbomHkAyNqF6E7cCMK6SLOtM7';
export const childDer =
  'MIIBvjCCAWSgAwIBAgIUaWrMxsLOIWe0qt6TABZ7I2mtwQ4wCgYIKoZIzj0EAwIwPDELMAkGA1UEBhMCSlAxEDAOBgNVBAoMB0V4YW1wbGUxGzAZBgNVBAMMEkV4YW1wbGUgSXNzdWluZyBDQTAeFw0yNjExMjcyMjEzNDRaFw0yNzAyMjUyMjEzNDRaMB4xHDAaBgNVBAMME3d3dy5jaXR5LmV4YW1wbGUuanAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASRf4z50TjR8tr7u7eaAnsL1fJN4X48TlZ6/7jNrcWDDQox95z2vg4ughJxYdlcOMAv9ZpKxvO5cY82REKhnSieo2IwYDAeBgNVHREEFzAVghN3d3cuY2l0eS5leGFtcGxlLmpwMB8GA1UdIwQYMBaAFGqo2zQBaDiit53AAGvJZBdV8W2BMB0GA1UdDgQWBBTVRZ2OYJuolMbAItrUZjEtHBCqhjAKBggqhkjOPQQDAgNIADBFAiEAnrLp9R4bliRfRSxwnrlulgTJQgFr/IL0IusVQEgg6RwCIH5sn7QC3GDqimdQ22faI7yfeGCuDVp9tQwrZF4bWnbJ';

/** A leaf of a public CA for www.city.example.jp, in the middle of its 90 days at the fixtures' date. */
export function leafCertificate(overrides: Partial<Certificate> = {}): Certificate {
  return {
    der: goodDer,
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
              listed: 'as-sent',
              trust: 'trusted',
              trustError: null,
              anchor: 'mozilla',
              path: [],
              ocspStapled: false,
              tlsTimestamps: no,
              ocsp: no,
              ...presented,
            }),
      ...overrides,
    },
  );
}
