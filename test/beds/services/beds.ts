import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimBlock } from '../address-block.ts';
import { BedFailedError, BedUnavailableError, type Strength } from '../contract.ts';
import {
  cups,
  mariadb,
  memcached,
  mosquitto,
  postgresql,
  redis,
  type StartService,
  squid,
} from './daemons.ts';
import { startReplays } from './replays.ts';

export const serviceStarters = {
  redis,
  memcached,
  mariadb,
  postgresql,
  squid,
  mosquitto,
  cups,
} as const satisfies Readonly<Record<string, StartService>>;
export type ServiceName = keyof typeof serviceStarters;

export interface ServiceBeds extends AsyncDisposable {
  /** The address that the Internet sees of each: everything weak on one, everything hardened on the other. */
  readonly addresses: Readonly<Record<Strength, string>>;
  readonly started: ReadonlySet<`${Strength}-${ServiceName}`>;
  /** Why the others are not there. */
  readonly unavailable: readonly string[];
}

export interface Started<Name extends string> extends AsyncDisposable {
  readonly started: ReadonlySet<`${Strength}-${Name}`>;
  readonly unavailable: readonly string[];
}

/** Each server weak and hardened, all at once, each in a folder of its own. */
export async function startAll<Name extends string>(
  starters: Readonly<Record<Name, StartService>>,
  addresses: Readonly<Record<Strength | 'inner', string>>,
): Promise<Started<Name>> {
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-services-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755);
  const started = new Set<`${Strength}-${Name}`>();
  const unavailable: string[] = [];

  const attempt = async (name: Name, strength: Strength) => {
    const own = join(dir, `${strength}-${name}`);
    await mkdir(own);
    try {
      const options = { address: addresses[strength], inner: addresses.inner, dir: own, strength };
      stack.use(await starters[name](options));
      started.add(`${strength}-${name}`);
    } catch (error) {
      if (!(error instanceof BedUnavailableError || error instanceof BedFailedError)) throw error;
      unavailable.push(`${strength}-${name}: ${error.message}`);
    }
  };
  const names = Object.keys(starters) as Name[];
  await Promise.all(names.flatMap((name) => [attempt(name, 'weak'), attempt(name, 'hardened')]));
  const owned = stack.move();
  return { started, unavailable, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Databases, proxies and the like, real ones, beside replays of what Debian has no package for. */
export async function startServiceBeds(): Promise<ServiceBeds> {
  await using stack = new AsyncDisposableStack();
  const block = stack.use(await claimBlock());
  const prefix = block.resolver.split('.').slice(0, 3).join('.');
  const addresses = { weak: `${prefix}.1`, hardened: `${prefix}.2` } as const;
  const { started, unavailable } = stack.use(
    await startAll(serviceStarters, { ...addresses, inner: `${prefix}.9` }),
  );
  for (const strength of ['weak', 'hardened'] as const) {
    stack.use(await startReplays(addresses[strength], strength));
  }
  const owned = stack.move();
  return { addresses, started, unavailable, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
