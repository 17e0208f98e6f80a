import { createJoinToken, listNodes } from '@enkaku/shared/db/node.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { joinResponseSchema } from '@enkaku/shared/protocol/messages.ts';
import { expect, test } from 'vitest';
import { type Fleet, openFleet } from './fleet.fixture.ts';

const join = (fleet: Fleet, token: string) =>
  fleet.call('/join', { protocol: 1, token, name: 'dc-1', version: '0.1.0' }, null);

test('a valid token → a node whose key works', async () => {
  await using fleet = await openFleet();
  const token = await createJoinToken(fleet.store.db, fleet.clock.now);

  const { status, body } = await join(fleet, token);

  expect(status).toBe(200);
  const { key, orderKey } = joinResponseSchema.parse(body);
  expect(orderKey).toContain('BEGIN PUBLIC KEY');
  expect((await fleet.claim(0, key)).body.grant).not.toBeNull();
});

test('the same token twice → the second is refused and leaves no node', async () => {
  await using fleet = await openFleet();
  const token = await createJoinToken(fleet.store.db, fleet.clock.now);
  await join(fleet, token);

  expect(await join(fleet, token)).toMatchObject({ status: 401, body: { code: 'join-refused' } });
  expect(await listNodes(fleet.store.db)).toHaveLength(2);
});

test('an expired token → refused', async () => {
  await using fleet = await openFleet();
  const token = await createJoinToken(fleet.store.db, fleet.clock.now, 1000);
  fleet.clock.now = addMs(fleet.clock.now, 1000);

  expect(await join(fleet, token)).toMatchObject({ status: 401 });
});

test('a token that nobody made → refused', async () => {
  await using fleet = await openFleet();

  expect(await join(fleet, 'x'.repeat(43))).toMatchObject({ status: 401 });
});

test('a join is written to the audit chain', async () => {
  await using fleet = await openFleet();
  await join(fleet, await createJoinToken(fleet.store.db, fleet.clock.now));

  const [entry] = await fleet.store.db.selectFrom('audit').selectAll().execute();

  expect(entry).toMatchObject({ action: 'node-joined' });
});

test('an address that is not there → 404', async () => {
  await using fleet = await openFleet();

  expect(await fleet.call('/nothing', {})).toMatchObject({ status: 404, body: { code: 'not-found' } });
});
