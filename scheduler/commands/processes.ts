import path from 'node:path';
import { inviteFirstAdministrator } from '@enkaku/shared/db/first-administrator.ts';
import { createJoinToken } from '@enkaku/shared/db/node.ts';
import { configOf } from '../config.ts';
import { openContext } from '../context.ts';
import { readEnvironment } from '../env.ts';
import { addressesOf } from './addresses.ts';
import { type Child, keepRunning } from './child.ts';
import { localScannerCommand } from './local-scanner.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export interface ServiceOptions {
  /** As `process.env`; the children get it too. A PORTAL_PORT or FLEET_PORT of 0 takes any free one. */
  readonly env: NodeJS.ProcessEnv;
  readonly scanner: 'local' | 'none';
  /** Where the logs of the three go: a file descriptor, or nowhere. */
  readonly output: number | 'ignore';
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
  /** Told when one of them ended by itself; it is started again. */
  readonly died?: (name: string, why: string) => void;
}

/** Portal, scheduler and scanner, running as processes of their own. Closing ends them within 3 s. */
export interface Service extends AsyncDisposable {
  readonly portalUrl: string;
  readonly fleetUrl: string;
  /** Where the first administrator makes an account, valid once; null where there are accounts. */
  readonly adminLink: string | null;
  /** Process ids of what runs now, by name. */
  pids(): Readonly<Record<string, number>>;
  /** For `scanner --join FLEETURL#TOKEN` on another machine; valid once, for a day. */
  newJoinToken(): Promise<string>;
  /** Ends all three and starts them anew. */
  restart(): Promise<void>;
}

export class ServiceFailedError extends Error {
  override readonly name = 'ServiceFailedError';
  readonly code = 'service-failed';
}

const startMs = 60_000;
const mostEarlyDeaths = 3;

/** Migrates the database, starts all three and waits until they answer. @throws ServiceFailedError, PortTakenError */
export async function startService(options: ServiceOptions): Promise<Service> {
  const environment = readEnvironment(options.env);
  const addresses = await addressesOf(environment);
  const env = {
    // glibc keeps what it freed, in an arena for every thread; with one that is trimmed, each process needs a third less.
    MALLOC_ARENA_MAX: '1',
    MALLOC_TRIM_THRESHOLD_: '65536',
    ...options.env,
    PORTAL_PORT: `${addresses.portalPort}`,
    FLEET_PORT: `${addresses.fleetPort}`,
    PORTAL_URL: addresses.portalUrl,
    // What was compiled once is not compiled again: half the time to start, and 25 MB less in each process.
    NODE_COMPILE_CACHE:
      options.env.NODE_COMPILE_CACHE ?? path.resolve(environment.ENKAKU_VAR, 'compile-cache'),
  };
  await using started = new AsyncDisposableStack();
  const context = started.use(await openContext(configOf(readEnvironment(env))));
  const { store, now } = context;
  const invitation = await inviteFirstAdministrator(store.db, now());

  const failing = new AbortController();
  const deadline = AbortSignal.any([
    failing.signal,
    AbortSignal.timeout(startMs),
    ...(options.signal === undefined ? [] : [options.signal]),
  ]);
  let earlyDeaths = 0;
  const run = (name: string, command: () => ReturnType<typeof localScannerCommand>): Child =>
    started.use(
      keepRunning({
        name,
        command,
        env,
        output: options.output,
        died: (why) => {
          options.died?.(name, why);
          earlyDeaths += 1;
          if (earlyDeaths >= mostEarlyDeaths)
            failing.abort(new ServiceFailedError(`${name} does not start (${why})`));
        },
      }),
    );
  const children = [
    run('portal', async () => ['portal/main.ts']),
    run('scheduler', async () => ['scheduler/main.ts']),
  ];
  const ready = () =>
    Promise.all([addresses.portalHealth, addresses.fleetHealth].map((url) => waitUntilReady(url, deadline)));
  await ready().catch(() => {
    if (deadline.reason instanceof ServiceFailedError) throw deadline.reason;
    const why = options.signal?.aborted ? 'stopped while starting' : `no answer within ${startMs / 1000} s`;
    throw new ServiceFailedError(why);
  });
  if (options.scanner === 'local') {
    const state = path.join(environment.ENKAKU_VAR, 'scanner');
    children.push(run('scanner', () => localScannerCommand(store, state, addresses.fleetUrl, now())));
  }
  const running = started.move();
  return {
    portalUrl: addresses.portalUrl,
    fleetUrl: addresses.fleetUrl,
    adminLink: invitation === undefined ? null : `${addresses.portalUrl}/invitation/${invitation}`,
    pids: () =>
      Object.fromEntries(children.flatMap(({ name, pid }) => (pid === undefined ? [] : [[name, pid]]))),
    newJoinToken: () => createJoinToken(store.db, now()),
    restart: async () => void (await Promise.all(children.map((child) => child.restart()))),
    [Symbol.asyncDispose]: () => closeTogether(children, running),
  };
}

/** At the same time rather than one after another: each may take its 3 s. */
async function closeTogether(children: readonly Child[], rest: AsyncDisposableStack): Promise<void> {
  await Promise.all(children.map((child) => child[Symbol.asyncDispose]()));
  await rest[Symbol.asyncDispose]();
}
