import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { noon, seedJob, seedNode, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import { buildPorts } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import type { JobId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { FinishRequest } from '@enkaku/shared/protocol/messages.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import { createApp } from '../app.ts';
import { configOf } from '../config.ts';
import { openContext } from '../context.ts';
import { readEnvironment } from '../env.ts';

export const load: FinishRequest['load'] = {
  packets: 10,
  requests: 1,
  maxPerSecond: 5,
  targetLatency: { before: 1, during: 2, after: 1 },
};

/** The fleet API on a database in memory at noon, one running reservation with one queued job, one node. */
export async function openFleet(): Promise<Fleet> {
  const store = await openStore('sqlite::memory:');
  const clock = { now: noon };
  const config = configOf(readEnvironment({ ENKAKU_NETWORK: 'lab', LOG_LEVEL: 'silent' }));
  const context = await openContext(config, { store, now: () => clock.now });
  const app = createApp(context);
  const reservation = await seedReservation(store.db);
  const jobId = await seedJob(store.db, reservation);
  const node = await seedNode(store.db);
  const call: Fleet['call'] = async (path, body, key = node.key, signal = null) => {
    const response = await app.request(`/fleet/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      signal,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const claim: Fleet['claim'] = async (waitMs = 0, key = node.key) =>
    await call('/claim', { protocol: 2, version: '0.1.0', waitMs, clock: clock.now }, key);
  return {
    store,
    clock,
    jobId,
    reservation,
    node,
    call,
    claim,
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
}

export interface Fleet extends AsyncDisposable {
  readonly store: Store;
  /** Turn it as the test needs. */
  readonly clock: { now: Instant };
  readonly jobId: JobId;
  readonly reservation: Awaited<ReturnType<typeof seedReservation>>;
  readonly node: Awaited<ReturnType<typeof seedNode>>;
  call(
    path: string,
    body: unknown,
    key?: string | null,
    signal?: AbortSignal | null,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  claim(
    waitMs?: number,
    key?: string,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
}

/** Evidence of the fleet's one job, as a node would send it. */
export function portsOf(jobId: JobId) {
  const evidence = buildPorts();
  return { ...evidence, id: newId('evd'), jobId };
}
