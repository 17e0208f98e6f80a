import { no, type Observed, unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';
import { tlsVersions, weakFamilies } from './schema.ts';

type TlsHello = EvidenceData['tls-hello'];
type ValueOf<T> = Extract<T, { outcome: 'yes' }> extends { value: infer V } ? V : never;
type Accepted = ValueOf<TlsHello['versions']['TLSv1.2']>;
type Dhe = ValueOf<TlsHello['dhe']>;
type Ecdhe = ValueOf<TlsHello['ecdhe']>;

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

/** Ephemeral DH with the prime of these hex digits, three different public values. */
export function seenDhe(prime: string, overrides: Partial<Dhe> = {}): Observed<Dhe> {
  const length = (prime.length / 2).toString(16).padStart(4, '0');
  return yes({
    primeBits: BigInt(`0x${prime}`).toString(2).length,
    prime,
    generator: '02',
    serverKeyExchange: `${length}${prime}00010200027f01`,
    publicValues: ['7f01', '7f02', '7f03'],
    ...overrides,
  });
}

/** ECDHE on X25519, a fresh public value for each of three handshakes. */
export function seenEcdhe(overrides: Partial<Ecdhe> = {}): Observed<Ecdhe> {
  return yes({
    group: { id: '001d', name: 'x25519' },
    serverKeyExchange: `03001d20${'a1'.repeat(32)}0804`,
    publicValues: ['a1', 'a2', 'a3'].map((byte) => byte.repeat(32)),
    ...overrides,
  });
}

export function groupList(
  ...names: readonly (readonly [id: string, name: string])[]
): TlsHello['weakCurves'] {
  const groups = names.map(([id, name]) => ({ id, name, answer: `0c00000403${id}00` }));
  return yes({ groups, extent: 'complete' });
}

type Overrides = Partial<Omit<TlsHello, 'versions' | 'families' | 'ciphers' | 'groups' | 'intolerance'>> & {
  readonly [K in 'versions' | 'families' | 'ciphers' | 'groups' | 'intolerance']?: Partial<TlsHello[K]>;
};

/**
 * A web server as it should be: TLS 1.2 and 1.3 with forward secrecy, nothing weak, nothing enumerated.
 * Versions, families, ciphers, groups and intolerances are merged one by one.
 */
export function buildTlsHello(
  { versions, families, ciphers, groups, intolerance, ...overrides }: Overrides = {},
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'tls-hello'> {
  return envelope(
    'tls-hello',
    { port: 443, name: 'www.city.example.jp', ...endpoint },
    {
      sni: 'www.city.example.jp',
      via: 'direct',
      sslv2: no,
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
      families: { ...each(weakFamilies, no), ...families },
      ciphers: { ...each(tlsVersions, unknown('not-attempted')), ...ciphers },
      order: unknown('not-attempted'),
      unofferedCipher: no,
      dhe: no,
      dheExport: no,
      ecdhe: seenEcdhe(),
      weakCurves: no,
      hybridGroup: yes({ id: '11ec', name: 'X25519MLKEM768', answer: serverHello }),
      groups: { ...each(['TLSv1.2', 'TLSv1.3'] as const, unknown('not-attempted')), ...groups },
      weakSignature: no,
      compression: no,
      secureRenegotiation: yes({ extension: '00' }),
      extendedMasterSecret: yes({ extension: '' }),
      encryptThenMac: no,
      heartbeat: no,
      downgradeSentinel: yes({ random: `${'5a'.repeat(24)}444f574e47524401` }),
      fallback: unknown('not-attempted'),
      randoms: [
        { random: '5a'.repeat(32), epochSeconds: 1_795_222_800 },
        { random: 'a5'.repeat(32), epochSeconds: 1_795_222_802 },
      ],
      intolerance: { ...each(['grease', 'size'] as const, no), ...intolerance },
      leaves: {
        named: yes({ sha256: '1f'.repeat(32), certificate: '3082017e' }),
        withoutName: yes({ sha256: '1f'.repeat(32), certificate: '3082017e' }),
      },
      clientAuth: no,
      h2: no,
      connections: 14,
      ...overrides,
    },
  );
}

/** The same server met after STARTTLS on the port where mail servers meet each other. */
export function buildMxTlsHello(overrides: Overrides = {}): EvidenceOf<'tls-hello'> {
  return buildTlsHello({ via: 'smtp-starttls', ...overrides }, { port: 25, name: 'mx.city.example.jp' });
}

function each<K extends string, V>(keys: readonly K[], value: V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;
}
