import { no, type Observed, unknown } from '@enkaku/shared/model/observed.ts';
import type { HelloOffer } from '../wire/tls/client-hello.ts';
import type { LegacyVersion, TlsVersion } from '../wire/tls/versions.ts';
import type { HelloClient } from './hello-client.ts';
import type { Seen } from './observe.ts';
import { SuiteLedger } from './suite-ledger.ts';
import { legacyVersions, spokenOf, type Versions } from './versions.ts';

export type Asking = Pick<HelloOffer, 'sni' | 'alpn'>;

/** What the first hellos have shown, and what all further questions stand on. */
export interface Spoken {
  readonly client: HelloClient;
  readonly asking: Asking;
  readonly versions: Versions;
  /** For each version that is spoken, newest first. */
  readonly ledgers: ReadonlyMap<TlsVersion, SuiteLedger>;
  readonly legacy: readonly LegacyVersion[];
  /** The answer of the highest version ≤ 1.2. */
  readonly main: (Seen & { readonly offer: { readonly version: LegacyVersion } }) | undefined;
  readonly tls13: boolean;
  /** What holds for everything up to TLS 1.2 where none of these versions was accepted. */
  readonly silence: Observed<never>;
}

export function spokenAfter(client: HelloClient, asking: Asking, versions: Versions): Spoken {
  const legacy = spokenOf(versions);
  const tls13 = versions['TLSv1.3'].observed.outcome === 'yes';
  const ledgers = new Map<TlsVersion, SuiteLedger>();
  for (const version of [...(tls13 ? (['TLSv1.3'] as const) : []), ...legacy]) {
    const ledger = new SuiteLedger(client, version, asking);
    ledger.note(versions[version]);
    ledgers.set(version, ledger);
  }
  const refusedAll = legacyVersions.every((version) => versions[version].observed.outcome === 'no');
  const isProven = (refusedAll && tls13) || client.hasNoTls;
  return {
    client,
    asking,
    versions,
    ledgers,
    legacy,
    main: legacy[0] && (versions[legacy[0]] as Spoken['main']),
    tls13,
    silence: isProven ? no : unknown('not-attempted'),
  };
}

/** The ledgers up to TLS 1.2, newest first. */
export function legacyLedgers({ ledgers, legacy }: Spoken): readonly SuiteLedger[] {
  return legacy.flatMap((version) => ledgers.get(version) ?? []);
}
