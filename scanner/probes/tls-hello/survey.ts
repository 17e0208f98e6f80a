import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown } from '@enkaku/shared/model/observed.ts';
import { legacyGroups, tls13Groups, weakCurves } from '../wire/tls/groups.ts';
import { dheExportSuites, isTaken } from './families.ts';
import { askLegacyGroup, askTls13Group, listGroups, observeHybridGroup } from './groups.ts';
import type { HelloClient } from './hello-client.ts';
import { observeDhe, observeWeakSignature } from './key-exchange.ts';
import { observeVersion } from './observe.ts';
import { observeOrder } from './order.ts';
import { type Asking, legacyLedgers, type Spoken, spokenAfter } from './spoken.ts';
import { observeSslv2 } from './sslv2.ts';
import {
  decideEverywhere,
  type Families,
  type Family,
  familiesSeen,
  listCiphers,
  offerOf,
  unlistedCiphers,
} from './survey-suites.ts';
import { observeIntolerance } from './tolerance.ts';
import { askVersions } from './versions.ts';
import { leafIn } from './witness.ts';

type Data = EvidenceData['tls-hello'];

/** `where-weak`: the complete list of suites and groups only where a weak family answered. */
export type Extent = 'where-weak' | 'always' | 'never';

export interface Survey extends Spoken {
  readonly families: Families;
  readonly fallback: Family;
  readonly sslv2EpochMs: number;
  readonly others: Pick<
    Data,
    | 'sslv2'
    | 'ciphers'
    | 'order'
    | 'dhe'
    | 'dheExport'
    | 'weakCurves'
    | 'hybridGroup'
    | 'groups'
    | 'weakSignature'
    | 'intolerance'
  > & { readonly withoutName: Data['leaves']['withoutName'] };
}

const notAttempted = unknown('not-attempted');
const unrecognizedName = 112;

/** First the versions, then a hello for each thing that a modern server refuses, then more where something was taken. @throws GuardError */
export async function surveyTls(client: HelloClient, asking: Asking, extent: Extent): Promise<Survey> {
  const spoken = spokenAfter(client, asking, await askVersions(client, asking));
  const { main, tls13, silence } = spoken;
  const [sslv2, undecided, weakSignature, curves, hybridGroup, withoutName, intolerance] = await Promise.all([
    observeSslv2(client),
    decideEverywhere(spoken),
    spoken.legacy.includes('TLSv1.2') ? observeWeakSignature(client, asking) : silence,
    main ? listGroups(weakCurves, (groups) => askLegacyGroup(client, legacyAsking(main), groups)) : silence,
    tls13 ? observeHybridGroup(client, asking) : notAttempted,
    observeWithoutName(spoken),
    observeIntolerance(spoken),
  ]);
  const sslv2EpochMs = Date.now();
  const first = familiesSeen(spoken, undecided);
  const isWeak = Object.values(first).some(({ observed }) => observed.outcome === 'yes');
  const listsAll = extent === 'always' || (extent === 'where-weak' && isWeak);

  const [dhe, dheExport, order, fallback, ciphers, groups] = await Promise.all([
    askDhe(spoken, undecided.get('dhe')),
    askDheExport(spoken, first.export),
    main && isWeak ? observeOrder(client, main) : notAttempted,
    askFallback(spoken),
    listsAll ? listCiphers(spoken) : unlistedCiphers(spoken),
    listsAll ? listAllGroups(spoken, isWeak) : { 'TLSv1.2': notAttempted, 'TLSv1.3': notAttempted },
  ]);
  return {
    ...spoken,
    families: familiesSeen(spoken, undecided),
    fallback,
    sslv2EpochMs,
    others: {
      sslv2,
      ciphers,
      order,
      dhe,
      dheExport,
      weakCurves: curves,
      hybridGroup,
      groups,
      weakSignature,
      intolerance,
      withoutName,
    },
  };
}

type Main = NonNullable<Spoken['main']>;

function legacyAsking({ offer: { version, sni, alpn = [] } }: Main) {
  return { version, sni, alpn };
}

/** The same hello as by name, without it. */
async function observeWithoutName({ client, main, asking }: Spoken): Promise<Data['leaves']['withoutName']> {
  if (main === undefined) return notAttempted;
  if (asking.sni === null) return leafIn(main.answer);
  const answer = await client.ask({ ...main.offer, sni: null }, 'serverHelloDone');
  return answer.kind === 'unknown' && answer.alert === unrecognizedName ? no : leafIn(answer);
}

async function askDhe(spoken: Spoken, undecided: Data['dhe'] | undefined): Promise<Data['dhe']> {
  const ledgers = legacyLedgers(spoken);
  const ledger = ledgers.find(({ accepted }) => isTaken('dhe', accepted));
  if (ledger !== undefined) return observeDhe(spoken.client, offerOf(ledger, 'dhe'));
  return ledgers.length === 0 ? spoken.silence : (undecided ?? no);
}

/** Export suites have a group of their own where they still exist. */
async function askDheExport(
  { client, silence, legacy }: Spoken,
  { offer, observed }: Family,
): Promise<Data['dheExport']> {
  if (legacy.length === 0) return silence;
  if (observed.outcome !== 'yes') return observed;
  return observeDhe(client, { ...offer, suites: dheExportSuites });
}

/** The second newest version ≤ 1.2, as if the newest had failed (RFC 7507). */
async function askFallback({ client, versions, legacy }: Spoken): Promise<Family> {
  const [highest, lower] = legacy;
  const version = lower ?? highest ?? 'TLSv1.2';
  const offer = { ...versions[version].offer, fallback: 'fallback' as const };
  if (lower === undefined) return { offer, observed: notAttempted, epochMs: 0 };
  return { offer, observed: observeVersion(await client.ask(offer), offer), epochMs: Date.now() };
}

async function listAllGroups(
  { client, asking, main, tls13 }: Spoken,
  isWeak: boolean,
): Promise<Data['groups']> {
  const [ofTls12, ofTls13] = await Promise.all([
    main && isWeak
      ? listGroups(legacyGroups, (groups) => askLegacyGroup(client, legacyAsking(main), groups))
      : notAttempted,
    tls13 ? listGroups(tls13Groups, (groups) => askTls13Group(client, asking, groups)) : notAttempted,
  ]);
  return { 'TLSv1.2': ofTls12, 'TLSv1.3': ofTls13 };
}
