import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AddressPlan, claimBlock } from './address-block.ts';
import { startApache } from './apache/apache.ts';
import { startBind } from './bind.ts';
import {
  type Bed,
  BedFailedError,
  type BedName,
  type BedOptions,
  BedUnavailableError,
  bedNames,
  daemonOf,
  strengthOf,
} from './contract.ts';
import { startHaproxy } from './haproxy/haproxy.ts';
import { startKnot } from './knot.ts';
import { startLighttpd } from './lighttpd/lighttpd.ts';
import { startNetSnmp } from './net-snmp.ts';
import { startNginx } from './nginx/nginx.ts';
import { startNsd } from './nsd.ts';
import { startOpenssh } from './openssh.ts';
import { startPostfix } from './postfix.ts';
import { type Resolver, startResolver } from './resolver.ts';
import { createTestCa, type TestCa } from './test-ca.ts';

export * from './contract.ts';
export type { Resolver } from './resolver.ts';
export type { TestCa } from './test-ca.ts';

const starters = {
  nginx: startNginx,
  apache: startApache,
  lighttpd: startLighttpd,
  haproxy: startHaproxy,
  postfix: startPostfix,
  bind: startBind,
  nsd: startNsd,
  knot: startKnot,
  openssh: startOpenssh,
  'net-snmp': startNetSnmp,
} as const;

/**
 * Starts one real server on its standard ports; it answers when the promise resolves.
 * Throws BedUnavailableError when this machine lacks what it needs, BedFailedError with its log when it does not come up.
 */
export async function startBed(name: BedName, options: BedOptions): Promise<Bed> {
  const dir = join(options.dir, name);
  await mkdir(dir, { recursive: true });
  return starters[daemonOf(name)]({ ...options, dir, strength: strengthOf(name) });
}

/** `bed-unavailable`: this machine lacks something. `bed-failed`: it is all there and the server did not come up. */
export interface UnavailableBed {
  readonly name: BedName | 'resolver';
  readonly code: 'bed-unavailable' | 'bed-failed';
  readonly reason: string;
}

/** The whole laboratory: every server that this machine can run, and what a diagnosis of it needs to know. */
export interface Beds extends AsyncDisposable {
  readonly beds: readonly Bed[];
  readonly unavailable: readonly UnavailableBed[];
  readonly ca: TestCa;
  /** Where each bed stands, or would stand if it were available. */
  readonly plan: AddressPlan;
  /** Knows both zones and nothing of the Internet: what `--resolver` is given. Null when BIND is missing. */
  readonly resolver: Resolver | null;
  /** The bed of that name, or null when it is unavailable. */
  find(name: BedName): Bed | null;
}

/** Starts all beds at once, the weak ones on one address and their twins on another, in a block that no other run uses. */
export async function startBeds(names: readonly BedName[] = bedNames): Promise<Beds> {
  await using stack = new AsyncDisposableStack();
  const block = stack.use(await claimBlock());
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-beds-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755); // daemons that have given up root must reach their own folder in it
  const ca = await createTestCa();
  const unavailable: UnavailableBed[] = [];

  async function attempt<T extends AsyncDisposable>(
    name: UnavailableBed['name'],
    start: Promise<T>,
  ): Promise<T | null> {
    try {
      return stack.use(await start);
    } catch (error) {
      if (!(error instanceof BedUnavailableError || error instanceof BedFailedError)) throw error;
      unavailable.push({ name, code: error.code, reason: error.message });
      return null;
    }
  }

  const starting = [
    attempt('resolver', startResolver({ block, dir: join(dir, 'resolver') })),
    ...names.map((name) => attempt(name, startBed(name, { address: block.bed(name), ca, dir }))),
  ] as const;
  await Promise.allSettled(starting); // so that what did start is stopped when another one throws
  const [resolver, ...started] = await Promise.all(starting);
  const beds = started.filter((bed) => bed !== null) as Bed[];

  const owned = stack.move();
  return {
    beds,
    unavailable,
    ca,
    plan: block,
    resolver: resolver as Resolver | null,
    find: (name) => beds.find((bed) => `${bed.strength}-${bed.daemon}` === name) ?? null,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
