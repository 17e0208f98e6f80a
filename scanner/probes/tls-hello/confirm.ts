import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { tlsVersions } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { type Observed, yes } from '@enkaku/shared/model/observed.ts';
import type { TlsVersion } from '../wire/tls/versions.ts';
import type { HelloClient } from './hello-client.ts';
import { type Accepted, observeSuites } from './observe.ts';
import { observeSslv2 } from './sslv2.ts';
import type { Survey } from './survey.ts';
import type { Family } from './survey-suites.ts';

type Confirmed = Pick<EvidenceData['tls-hello'], 'versions' | 'families' | 'fallback' | 'sslv2'>;

const retired: readonly TlsVersion[] = ['TLSv1.1', 'TLSv1.0', 'SSLv3'];

/** Asks once more in a later second for every weak answer; the bytes of the second answer stand beside the first. @throws GuardError */
export async function confirmSurvey(
  { client, versions, families, fallback, sslv2EpochMs, others: { sslv2 } }: Survey,
  wait: (ms: number) => Promise<void>,
  now: () => number,
): Promise<Confirmed> {
  const weak = weakVersions(versions);
  const answers = [
    ...weak.map((version) => versions[version]),
    ...Object.values(families),
    fallback,
    { observed: sslv2, epochMs: sslv2EpochMs },
  ];
  const lastSeenMs = Math.max(
    0,
    ...answers.map((seen) => (seen.observed.outcome === 'yes' ? seen.epochMs : 0)),
  );
  const waitMs = 1000 * (Math.floor(lastSeenMs / 1000) + 1) - now();
  if (lastSeenMs > 0 && waitMs > 0) await wait(waitMs);
  const [confirmedVersions, confirmedFamilies, confirmedFallback, confirmedSslv2] = await Promise.all([
    each(versions, (version, seen) => (weak.includes(version) ? confirm(client, seen) : seen.observed)),
    each(families, (_, seen) => confirm(client, seen)),
    confirm(client, fallback),
    confirmSslv2(client, sslv2),
  ]);
  return {
    versions: confirmedVersions,
    families: confirmedFamilies,
    fallback: confirmedFallback,
    sslv2: confirmedSslv2,
  };
}

async function confirm(
  client: HelloClient,
  { offer, observed }: Pick<Family, 'offer' | 'observed'>,
): Promise<Observed<Accepted>> {
  if (observed.outcome !== 'yes') return observed;
  const again = observeSuites(await client.ask(offer), offer);
  const repeated = again.outcome === 'yes' && again.value.version === observed.value.version;
  return yes({ ...observed.value, confirmedBy: repeated ? again.value.serverHello : null });
}

async function confirmSslv2(client: HelloClient, seen: Confirmed['sslv2']): Promise<Confirmed['sslv2']> {
  if (seen.outcome !== 'yes') return seen;
  const again = await observeSslv2(client);
  return yes({ ...seen.value, confirmedBy: again.outcome === 'yes' ? again.value.serverHello : null });
}

/** The retired ones; and without TLS 1.3 the best one, because that it is the best is then a fault too. */
function weakVersions(versions: Survey['versions']): readonly TlsVersion[] {
  const best = tlsVersions.findLast((version) => versions[version].observed.outcome === 'yes');
  return best === undefined || best === 'TLSv1.3' ? retired : [...retired, best];
}

async function each<K extends string, S, V>(
  record: Readonly<Record<K, S>>,
  answerTo: (key: K, item: S) => V | Promise<V>,
): Promise<Record<K, V>> {
  const entries = Object.entries(record) as [K, S][];
  const values = entries.map(async ([key, item]) => [key, await answerTo(key, item)] as const);
  return Object.fromEntries(await Promise.all(values)) as Record<K, V>;
}
