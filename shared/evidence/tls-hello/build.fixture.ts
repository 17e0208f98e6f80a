import { no, type Observed, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

type TlsHello = EvidenceData['tls-hello'];
type Accepted = Extract<TlsHello['versions']['TLSv1.2'], { outcome: 'yes' }>['value'];

export const serverHello = `160303003e0200003a0303${'5a'.repeat(32)}00c02f00000dff01000100000b000403000102`;

/** A ServerHello that took the offer, seen on two connections. */
export function acceptedHello(overrides: Partial<Accepted> = {}): Observed<Accepted> {
  return yes({
    version: 'TLSv1.2',
    cipher: 'c02f',
    cipherName: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    serverHello,
    confirmedBy: serverHello,
    ...overrides,
  });
}

type Overrides = Partial<Omit<TlsHello, 'versions' | 'families'>> & {
  readonly versions?: Partial<TlsHello['versions']>;
  readonly families?: Partial<TlsHello['families']>;
};

/** A web server as it should be: TLS 1.2 and 1.3, no weak family, no compression. Versions and families are merged one by one. */
export function buildTlsHello(
  { versions, families, ...overrides }: Overrides = {},
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'tls-hello'> {
  return envelope(
    'tls-hello',
    { port: 443, name: 'www.city.example.jp', ...endpoint },
    {
      sni: 'www.city.example.jp',
      via: 'direct',
      versions: {
        SSLv3: no,
        'TLSv1.0': no,
        'TLSv1.1': no,
        'TLSv1.2': acceptedHello(),
        'TLSv1.3': acceptedHello({
          version: 'TLSv1.3',
          cipher: '1301',
          cipherName: 'TLS_AES_128_GCM_SHA256',
        }),
        ...versions,
      },
      families: {
        null: no,
        anon: no,
        export: no,
        rc4: no,
        des: no,
        '3des': no,
        'static-rsa': no,
        ...families,
      },
      dhe: no,
      compression: no,
      secureRenegotiation: yes({ extension: '00' }),
      connections: 14,
      ...overrides,
    },
  );
}

/** The same server met after STARTTLS on the port where mail servers meet each other. */
export function buildMxTlsHello(overrides: Overrides = {}): EvidenceOf<'tls-hello'> {
  return buildTlsHello({ via: 'smtp-starttls', ...overrides }, { port: 25, name: 'mx.city.example.jp' });
}
