import type { tlsVersions } from '@enkaku/shared/evidence/tls-hello/schema.ts';

export type TlsVersion = (typeof tlsVersions)[number];
export type LegacyVersion = Exclude<TlsVersion, 'TLSv1.3'>;

export const versionNumbers: Readonly<Record<TlsVersion, number>> = {
  SSLv3: 0x0300,
  'TLSv1.0': 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
};

export function versionOf(number: number): TlsVersion | undefined {
  return (Object.keys(versionNumbers) as TlsVersion[]).find((name) => versionNumbers[name] === number);
}
