import { appendAudit, findBrokenAudit } from '@enkaku/shared/db/audit.ts';
import { insertEvidence, listEvidence } from '@enkaku/shared/db/evidence.ts';
import { claimJob, findJob, listJobs, updateHeldJob } from '@enkaku/shared/db/job.ts';
import { createJoinToken, useJoinToken } from '@enkaku/shared/db/node.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import { moveReservation, stopReservation } from '@enkaku/shared/db/reservation.ts';
import { hourAround, noon, seedJob, seedNode, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import { getOrCreateSetting } from '@enkaku/shared/db/setting.ts';
import { buildPorts } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import { expect } from 'vitest';
import { onBothEngines, provideDatabases } from './engines.ts';

provideDatabases();

const claim = (store: Store, nodeId: NodeId, now = noon) =>
  claimJob(store.db, store.engine, { nodeId, now, leaseExpiresAt: addMs(now, 30_000) });

/** Two connections with a node each, and one running reservation. */
async function two(open: () => Promise<Store>) {
  const stores = [await open(), await open()] as const;
  const { db } = stores[0];
  const nodes = [(await seedNode(db)).id, (await seedNode(db)).id] as const;
  return { stores, db, nodes, reservation: await seedReservation(db) };
}

onBothEngines('two open and migrate a new database at once → one schema, both work', async (open) => {
  const stores = await Promise.all([open(), open(), open()]);

  for (const { db } of stores) expect(await db.selectFrom('job').selectAll().execute()).toEqual([]);
});

onBothEngines('two race for one job, many times → exactly one wins each', async (open) => {
  const { stores, db, nodes, reservation } = await two(open);

  for (let round = 0; round < 25; round++) {
    const id = await seedJob(db, reservation, { host: `198.18.${round}.1` });
    const won = await Promise.all(stores.map((store, index) => claim(store, nodes[index === 0 ? 0 : 1])));
    expect(won.flatMap((job) => job?.id ?? [])).toEqual([id]);
  }
});

onBothEngines('two drain 200 jobs → each once, none left', async (open) => {
  const { stores, db, nodes, reservation } = await two(open);
  await db.transaction().execute(async (trx) => {
    for (let n = 0; n < 200; n++) {
      await seedJob(trx, reservation, { host: `198.18.${n}.1` });
    }
  });
  const drain = async (store: Store, nodeId: NodeId) => {
    const got: string[] = [];
    for (let idle = 0; idle < 3; ) {
      const job = await claim(store, nodeId);
      if (job === undefined) idle += 1;
      else got.push(job.id);
    }
    return got;
  };

  const [first, second] = await Promise.all([drain(stores[0], nodes[0]), drain(stores[1], nodes[1])]);

  expect(first.length + second.length).toBe(200);
  expect(new Set([...first, ...second]).size).toBe(200);
});

onBothEngines('two race for two jobs on one host → only one is begun', async (open) => {
  const { stores, db, nodes, reservation } = await two(open);
  const other = await seedReservation(db);

  for (let round = 0; round < 10; round++) {
    const host = `203.0.113.${round}`;
    await seedJob(db, reservation, { host });
    await seedJob(db, other, { host });
    await Promise.all(stores.map((store, index) => claim(store, nodes[index === 0 ? 0 : 1])));
    const leased = [...(await listJobs(db, reservation.id)), ...(await listJobs(db, other.id))].filter(
      (job) => job.host === host && job.state === 'leased',
    );
    expect(leased).toHaveLength(1);
    await db.updateTable('job').set({ state: 'done' }).execute();
  }
});

onBothEngines('A claims, A expires, B claims → A’s finish is refused, B’s is accepted', async (open) => {
  const { stores, db, nodes, reservation } = await two(open);
  const id = await seedJob(db, reservation);
  const a = await claim(stores[0], nodes[0]);
  const b = await claim(stores[1], nodes[1], addMs(noon, 30_000));

  expect([a?.leaseToken, b?.leaseToken]).toEqual([1, 2]);
  await expect(updateHeldJob(stores[0].db, { jobId: id, token: 1 }, { state: 'done' })).rejects.toThrow(
    LeaseLostError,
  );
  await updateHeldJob(stores[1].db, { jobId: id, token: 2 }, { state: 'done' });
  expect((await findJob(db, id))?.state).toBe('done');
});

onBothEngines('outside its window, or stopped → a job is not granted', async (open) => {
  const { stores, db, nodes, reservation } = await two(open);
  await seedJob(db, reservation);

  expect(await claim(stores[0], nodes[0], addMs(hourAround.opensAt, -1))).toBeUndefined();
  expect(await claim(stores[0], nodes[0], hourAround.closesAt)).toBeUndefined();
  await stopReservation(db, reservation.id, 'user', noon);
  expect(await claim(stores[0], nodes[0])).toBeUndefined();
});

onBothEngines('the same evidence from two senders at once → one row', async (open) => {
  const { stores, db, reservation } = await two(open);
  const jobId = await seedJob(db, reservation, { state: 'leased', leaseToken: 1 });
  const send = (store: Store, id = newId('evd')) =>
    store.db.transaction().execute(async (trx) => {
      await updateHeldJob(trx, { jobId, token: 1 }, { doing: '' });
      return await insertEvidence(trx, { ...buildPorts(), id, jobId });
    });

  const added = await Promise.all([...stores, ...stores].map((store) => send(store)));

  expect(added.filter((isNew) => isNew)).toHaveLength(1);
  expect(await listEvidence(db, reservation.id)).toHaveLength(1);
});

onBothEngines('two move a reservation at once → one of them does', async (open) => {
  const { stores, reservation } = await two(open);

  const moved = await Promise.all(
    stores.map((store) => moveReservation(store.db, reservation.id, 'running', 'judging')),
  );

  expect(moved.toSorted()).toEqual([false, true]);
});

onBothEngines('two nodes use one join token at once → one joins', async (open) => {
  const { stores, db, nodes } = await two(open);
  const token = await createJoinToken(db, noon);

  const joined = await Promise.all(
    stores.map((store, index) => useJoinToken(store.db, token, nodes[index === 0 ? 0 : 1], noon)),
  );

  expect(joined.toSorted()).toEqual([false, true]);
});

onBothEngines('two make the same setting at once → both get the one that is kept', async (open) => {
  const { stores } = await two(open);

  const values = await Promise.all(
    stores.map((store, index) => getOrCreateSetting(store.db, 'order-key', () => `${index}`)),
  );

  expect(values[0]).toBe(values[1]);
});

onBothEngines('two append to the audit at once → the chain holds; a changed row breaks it', async (open) => {
  const { stores, db } = await two(open);
  const append = (store: Store, subject: string) =>
    store.db
      .transaction()
      .execute((trx) =>
        appendAudit(trx, store.engine, { at: noon, actor: 'system', action: 'test', subject }),
      );

  await Promise.all(
    Array.from({ length: 10 }, (_, n) => stores.map((store) => append(store, `${n}`))).flat(),
  );

  expect(await findBrokenAudit(db)).toBeNull();
  expect(await db.selectFrom('audit').select('sequence').execute()).toHaveLength(20);
  await db.updateTable('audit').set({ subject: 'changed' }).where('sequence', '=', 7).execute();
  expect(await findBrokenAudit(db)).toBe(7);
});
