import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { tlsVersions, weakFamilies } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type HelloOffer, suitesFor } from '../wire/tls/client-hello.ts';
import type { HelloAnswer } from '../wire/tls/hello-exchange.ts';
import type { LegacyVersion, TlsVersion } from '../wire/tls/versions.ts';
import { dheSuites, suitesOf, type WeakFamily } from './families.ts';
import type { HelloClient } from './hello-client.ts';
import { type Accepted, observeDhe, observeSuites, observeVersion } from './observe.ts';

type Data = EvidenceData['tls-hello'];

/** An answer with the hello that got it, so that it can be asked again. */
export interface Seen {
  readonly offer: HelloOffer;
  readonly answer: HelloAnswer;
  readonly observed: Observed<Accepted>;
}

export interface Survey {
  readonly versions: Readonly<Record<TlsVersion, Seen>>;
  readonly families: Readonly<Record<WeakFamily, Seen>>;
  readonly dhe: Data['dhe'];
}

/** Newest first: a server that hangs up on old hellos has then shown what it speaks. */
const newestFirst = tlsVersions.toReversed();
export const legacyVersions: readonly LegacyVersion[] = ['TLSv1.2', 'TLSv1.1', 'TLSv1.0', 'SSLv3'];

/** @throws GuardError */
export async function surveyTls(client: HelloClient, sni: string | null): Promise<Survey> {
  const versions = await recordOf(newestFirst, async (version): Promise<Seen> => {
    const offer = { version, suites: suitesFor(version), sni };
    const answer = await client.ask(offer);
    return { offer, answer, observed: observeVersion(answer, offer) };
  });
  const spoken = legacyVersions.filter((version) => versions[version].observed.outcome === 'yes');
  const silence = spoken.length > 0 ? undefined : legacySilence(versions, client.hasNoTls);
  const families = await recordOf(weakFamilies, (family) => askFamily(client, family, spoken, silence, sni));
  return { versions, families, dhe: silence ?? (await askDhe(client, spoken, sni)) };
}

/** Asks once more for each weak answer; the bytes of the second answer stand beside the first. @throws GuardError */
export async function confirmAnswers<K extends string>(
  client: HelloClient,
  seen: Readonly<Record<K, Seen>>,
  isWeak: (key: K) => boolean,
): Promise<Record<K, Observed<Accepted>>> {
  return recordOf(Object.keys(seen) as K[], async (key) => {
    const { offer, observed } = seen[key];
    if (!isWeak(key) || observed.outcome !== 'yes') return observed;
    const again = observeSuites(await client.ask(offer), offer);
    const repeated = again.outcome === 'yes' && again.value.version === observed.value.version;
    return yes({ ...observed.value, confirmedBy: repeated ? again.value.serverHello : null });
  });
}

/**
 * One hello with only this family at the highest version. Export and DES suites ended before TLS 1.2
 * (RFC 4346 §A.5, RFC 5469), so a refusal there is asked again at the lowest version.
 */
async function askFamily(
  client: HelloClient,
  family: WeakFamily,
  spoken: readonly LegacyVersion[],
  silence: Observed<never> | undefined,
  sni: string | null,
): Promise<Seen> {
  const [highest, lowest] = [spoken.at(0) ?? 'TLSv1.2', spoken.at(-1) ?? 'TLSv1.2'];
  if (silence)
    return { offer: offerOf(family, highest, sni), answer: { kind: 'refused' }, observed: silence };
  const atHighest = await askSuites(client, offerOf(family, highest, sni));
  if (atHighest.observed.outcome === 'yes' || lowest === highest) return atHighest;
  const atLowest = await askSuites(client, offerOf(family, lowest, sni));
  return atLowest.observed.outcome === 'no' ? atHighest : atLowest;
}

async function askSuites(client: HelloClient, offer: HelloOffer): Promise<Seen> {
  const answer = await client.ask(offer);
  return { offer, answer, observed: observeSuites(answer, offer) };
}

async function askDhe(
  client: HelloClient,
  spoken: readonly LegacyVersion[],
  sni: string | null,
): Promise<Data['dhe']> {
  const version = spoken.at(0) ?? 'TLSv1.2';
  const usable = new Set(suitesFor(version).map(({ code }) => code));
  const offer = { version, suites: dheSuites.filter(({ code }) => usable.has(code)), sni };
  return observeDhe(await client.ask(offer, 'serverKeyExchange'), offer);
}

function offerOf(family: WeakFamily, version: LegacyVersion, sni: string | null): HelloOffer {
  const older = new Set(suitesFor('TLSv1.1').map(({ code }) => code));
  const suites = suitesOf(family).filter(({ code }) => version === 'TLSv1.2' || older.has(code));
  return { version, suites, sni };
}

/** What holds for everything up to TLS 1.2 where none of these versions was accepted. */
function legacySilence(versions: Survey['versions'], hasNoTls: boolean): Observed<never> {
  const refusedAll = legacyVersions.every((version) => versions[version].observed.outcome === 'no');
  const onlyTls13 = refusedAll && versions['TLSv1.3'].observed.outcome === 'yes';
  return onlyTls13 || hasNoTls ? no : unknown('not-attempted');
}

async function recordOf<K extends string, V>(
  keys: readonly K[],
  answerTo: (key: K) => Promise<V>,
): Promise<Record<K, V>> {
  const entries: [K, V][] = [];
  for (const key of keys) entries.push([key, await answerTo(key)]);
  return Object.fromEntries(entries) as Record<K, V>;
}
