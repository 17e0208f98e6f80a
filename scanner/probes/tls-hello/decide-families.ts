import type { Observed } from '@enkaku/shared/model/observed.ts';
import { unknown } from '@enkaku/shared/model/observed.ts';
import type { CipherSuite } from '../wire/tls/cipher-suites.ts';
import { suitesOfVersion } from '../wire/tls/client-hello.ts';
import { common, isTaken, type SuiteGroup, suitesOf } from './families.ts';
import type { SuiteLedger } from './suite-ledger.ts';

/** Why a group is neither taken nor refused; without an entry the ledger knows. */
export type Undecided = ReadonlyMap<SuiteGroup, Observed<never>>;

/**
 * Offers the suites of all groups that nothing is known of: each answer decides its own groups, a refusal all the rest.
 * A server that takes none of them is asked twice.
 */
export async function decideFamilies(ledger: SuiteLedger, groups: readonly SuiteGroup[]): Promise<Undecided> {
  const walks = await Promise.all([
    walk(
      ledger,
      groups.filter((group) => !common.includes(group)),
    ),
    walk(
      ledger,
      groups.filter((group) => common.includes(group)),
    ),
  ]);
  return new Map(walks.flatMap((undecided) => [...undecided]));
}

async function walk(ledger: SuiteLedger, groups: readonly SuiteGroup[]): Promise<Undecided> {
  for (;;) {
    const open = groups.filter(
      (group) => !isTaken(group, ledger.accepted) && undecidedOf(ledger, [group]).length > 0,
    );
    const left = undecidedOf(ledger, open);
    if (left.length === 0) return new Map();
    const { observed } = await ledger.ask(left);
    if (ledger.undecided(left).length === left.length) {
      const why = observed.outcome === 'unknown' ? observed : unknown('garbled');
      return new Map(open.map((group) => [group, why]));
    }
  }
}

function undecidedOf(ledger: SuiteLedger, groups: readonly SuiteGroup[]): readonly CipherSuite[] {
  const wanted = new Set(groups.flatMap((group) => suitesOf(group).map(({ code }) => code)));
  return ledger.undecided(suitesOfVersion(ledger.version).filter(({ code }) => wanted.has(code)));
}
