import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimJob, updateHeldJob } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import { atMost, type Benchmark } from './benchmark.ts';

const jobs = 1000;
const now: Instant = '2026-11-21T00:00:00.000Z';

/** Claim and finish, one after another, on SQLite in a file. */
export async function benchClaims(): Promise<Benchmark> {
  const directory = await mkdtemp(path.join(tmpdir(), 'enkaku-bench-'));
  try {
    await using store = await openStore(`sqlite:${path.join(directory, 'bench.db')}`);
    await fill(store);
    const startedAt = performance.now();
    for (let done = 0; done < jobs; done++) await claimAndFinish(store);
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

async function claimAndFinish({ db, engine }: Store): Promise<void> {
  const job = await claimJob(db, engine, { nodeId: 'nod_bench', now, leaseExpiresAt: addMs(now, 30_000) });
  if (job === undefined) throw new Error('no job was due');
  await updateHeldJob(db, { jobId: job.id, token: job.leaseToken }, { state: 'done', finishedAt: now });
}

async function fill({ db }: Store): Promise<void> {
  const [organisationId, contactId, reservationId] = [newId('org'), newId('con'), newId('rsv')];
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('organisation')
      .values({
        id: organisationId,
        name: '試験町',
        kind: 'municipality',
        municipalityCode: null,
        parentId: null,
        mailDetail: 'findings',
        locale: 'ja',
        createdAt: now,
      })
      .execute();
    await trx
      .insertInto('contact')
      .values({
        id: contactId,
        organisationId,
        name: '担当',
        email: 'a@example.jp',
        phone: '',
        rank: 1,
        locale: 'ja',
        createdAt: now,
      })
      .execute();
    await trx
      .insertInto('node')
      .values({
        id: 'nod_bench',
        name: 'bench',
        keyHash: '',
        state: 'active',
        version: '0',
        joinedAt: now,
        lastSeenAt: now,
        clockOffsetMs: 0,
      })
      .execute();
    await trx
      .insertInto('reservation')
      .values({
        id: reservationId,
        organisationId,
        contactId,
        state: 'running',
        opensAt: now,
        closesAt: addMs(now, 3_600_000),
        locale: 'ja',
        ports: 'default',
        createdBy: 'bench',
        createdAt: now,
        stoppedAt: null,
        stoppedBy: null,
        calendarSequence: 0,
        failure: null,
      })
      .execute();
    for (let number = 0; number < jobs; number++) {
      const host = `198.51.${Math.floor(number / 250)}.${number % 250}`;
      await trx
        .insertInto('job')
        .values({
          id: newId('job'),
          reservationId,
          organisationId,
          host,
          target: encodeJson({ kind: 'host', address: host, names: [], zones: [] }),
          state: 'queued',
          opensAt: now,
          closesAt: addMs(now, 3_600_000),
          leaseToken: 0,
          leaseNodeId: null,
          leaseExpiresAt: null,
          attempts: 0,
          doing: '',
          doneCount: 0,
          totalCount: 0,
          load: null,
          unprobed: encodeJson([]),
          startedAt: null,
          finishedAt: null,
        })
        .execute();
    }
  });
}
