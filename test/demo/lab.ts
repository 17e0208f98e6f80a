import { type Bed, type BedName, type Beds, bedNames, startBeds } from '../beds/bed.ts';
import { startNodeResolver } from './dns-server.ts';
import { startNodeBed } from './node-servers.ts';

/** A complete set of servers to diagnose, on any Linux machine. */
export interface Lab extends Beds {
  /** Those of `beds` that are small servers of Node, because the real daemon is unavailable (`unavailable` says why). */
  readonly standIns: readonly BedName[];
}

/** Starts the real servers, and a small one of Node in the place of each that this machine cannot run. */
export async function startLab(names: readonly BedName[] = bedNames): Promise<Lab> {
  await using stack = new AsyncDisposableStack();
  const real = stack.use(await startBeds(names));
  const standIns = names.filter((name) => real.find(name) === null);
  const substitutes: Bed[] = [];
  for (const name of standIns) {
    substitutes.push(stack.use(await startNodeBed(name, { address: real.plan.bed(name), ca: real.ca })));
  }
  const resolver = real.resolver ?? stack.use(await startNodeResolver(real.plan.resolver));
  const beds = [...real.beds, ...substitutes];
  const owned = stack.move();
  return {
    beds,
    standIns,
    resolver,
    unavailable: real.unavailable,
    ca: real.ca,
    plan: real.plan,
    find: (name) => beds.find((bed) => `${bed.strength}-${bed.daemon}` === name) ?? null,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
