import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { tlsVersions, weakFamilies } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { suiteName, tls13Suites } from '../wire/tls/cipher-suites.ts';
import { suitesOfVersion } from '../wire/tls/client-hello.ts';
import { decideFamilies, type Undecided } from './decide-families.ts';
import { isTaken, type SuiteGroup, suitesOf, type WeakFamily } from './families.ts';
import type { Seen } from './observe.ts';
import { legacyLedgers, type Spoken } from './spoken.ts';
import type { SuiteLedger } from './suite-ledger.ts';

type Data = EvidenceData['tls-hello'];

/** What is known of a family: the ServerHello, and the hello that offers nothing else. */
export type Family = Pick<Seen, 'offer' | 'observed' | 'epochMs'>;
export type Families = Readonly<Record<WeakFamily, Family>>;

const ccm8OfTls13 = tls13Suites.filter(({ name }) => name.includes('CCM_8'));

/**
 * Every group at the highest version ≤ 1.2 that is spoken. Export and DES suites ended before TLS 1.2 (RFC 4346 §A.5,
 * RFC 5469), so what is refused there is asked again at the lowest. TLS 1.3 has one suite that is weak.
 */
export async function decideEverywhere(spoken: Spoken): Promise<Undecided> {
  const groups: readonly SuiteGroup[] = [...weakFamilies, 'dhe'];
  const ledgers = legacyLedgers(spoken);
  const [highest, lowest] = [ledgers.at(0), ledgers.at(-1)];
  const ofTls13 = spoken.ledgers.get('TLSv1.3')?.ask(ccm8OfTls13);
  if (highest === undefined || lowest === undefined) {
    await ofTls13;
    return new Map();
  }
  const [atHighest] = await Promise.all([decideFamilies(highest, groups), ofTls13]);
  if (lowest === highest) return atHighest;
  const left = groups.filter((group) => !isTaken(group, highest.accepted));
  return new Map([...atHighest, ...(await decideFamilies(lowest, left))]);
}

export function familiesSeen(spoken: Spoken, undecided: Undecided): Families {
  const entries = weakFamilies.map((family) => [family, familySeen(family, spoken, undecided)]);
  return Object.fromEntries(entries) as Record<WeakFamily, Family>;
}

function familySeen(family: WeakFamily, spoken: Spoken, undecided: Undecided): Family {
  const tls13 = spoken.ledgers.get('TLSv1.3');
  for (const ledger of [...legacyLedgers(spoken), ...(family === 'ccm8' && tls13 ? [tls13] : [])]) {
    const offer = offerOf(ledger, family);
    const taken = offer.suites.find(({ code }) => ledger.accepted.has(code));
    const seen = taken && ledger.accepted.get(taken.code);
    if (seen !== undefined) return { offer, observed: seen.observed, epochMs: seen.epochMs };
  }
  const offer = { ...spoken.asking, version: 'TLSv1.2' as const, suites: suitesOf(family) };
  const observed = spoken.legacy.length === 0 ? spoken.silence : (undecided.get(family) ?? no);
  return { offer, observed, epochMs: 0 };
}

/** A hello of this group alone. */
export function offerOf(ledger: SuiteLedger, group: SuiteGroup): Seen['offer'] {
  if (ledger.version === 'TLSv1.3') return ledger.offer(ccm8OfTls13);
  const usable = new Set(suitesOfVersion(ledger.version).map(({ code }) => code));
  return ledger.offer(suitesOf(group).filter(({ code }) => usable.has(code)));
}

/** Everything that each version takes; a version that is not spoken has none. */
export async function listCiphers({ versions, ledgers }: Spoken): Promise<Data['ciphers']> {
  const lists = tlsVersions.map(async (version) => {
    const ledger = ledgers.get(version);
    return [version, ledger ? await listOf(ledger) : withoutValue(versions[version].observed)] as const;
  });
  return Object.fromEntries(await Promise.all(lists)) as Data['ciphers'];
}

/** What is known of a list that was not asked for: that there is none. */
export function unlistedCiphers({ versions }: Spoken): Data['ciphers'] {
  const lists = tlsVersions.map((version) => [version, withoutValue(versions[version].observed)]);
  return Object.fromEntries(lists) as Data['ciphers'];
}

async function listOf(ledger: SuiteLedger): Promise<Data['ciphers']['TLSv1.2']> {
  const end = await ledger.decideAll(suitesOfVersion(ledger.version));
  const suites = [...ledger.accepted.keys()].map((code) => ({ code, name: suiteName(code) }));
  return yes({ suites, extent: end === 'decided' ? 'complete' : 'partial' });
}

function withoutValue(observed: Observed<unknown>): Observed<never> {
  return observed.outcome === 'yes' ? unknown('not-attempted') : observed;
}
