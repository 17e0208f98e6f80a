import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimJob, updateHeldJob } from '@enkaku/shared/db/job.ts';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { noon, seedJob, seedNode, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { atMost, type Benchmark } from './benchmark.ts';

const jobs = 10_000;

/** Claim and finish, one after another, on SQLite in a file. */
export async function benchClaims(): Promise<Benchmark> {
  const directory = await mkdtemp(path.join(tmpdir(), 'enkaku-bench-'));
  try {
    await using store = await openStore(`sqlite:${path.join(directory, 'bench.db')}`);
    const nodeId = await fill(store);
    const startedAt = performance.now();
    for (let done = 0; done < jobs; done++) await claimAndFinish(store, nodeId);
    return {
      name: 'claims',
      metrics: [
        atMost('claim + finish of one job (SQLite)', (performance.now() - startedAt) / jobs, 'ms', 6),
      ],
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function claimAndFinish({ db, engine }: Store, nodeId: NodeId): Promise<void> {
  const job = await claimJob(db, engine, { nodeId, now: noon, leaseExpiresAt: addMs(noon, 30_000) });
  if (job === undefined) throw new Error('no job was due');
  await updateHeldJob(db, { jobId: job.id, token: job.leaseToken }, { state: 'done', finishedAt: noon });
}

async function fill({ db }: Store): Promise<NodeId> {
  return await db.transaction().execute(async (trx) => {
    const reservation = await seedReservation(trx);
    for (let number = 0; number < jobs; number++) {
      await seedJob(trx, reservation, { host: `198.51.${Math.floor(number / 250)}.${number % 250}` });
    }
    return (await seedNode(trx)).id;
  });
}
