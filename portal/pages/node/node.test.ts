import { encodeJson } from '@enkaku/shared/db/json.ts';
import { findNode } from '@enkaku/shared/db/node.ts';
import { noon, seedNode } from '@enkaku/shared/db/seed.fixture.ts';
import { hashToken } from '@enkaku/shared/db/token.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../../portal.fixture.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal[Symbol.asyncDispose]());

test('a join token → shown once as the command, kept as a hash', async () => {
  const admin = await portal.administrator();

  const { text } = await admin.submit('/nodes', '/nodes', [], 'token');

  const token = /scanner --join &#39;http:\/\/127\.0\.0\.1:8701#([\w-]{43})&#39;/.exec(text)?.[1] ?? '';
  const kept = await portal.context.store.db.selectFrom('joinToken').select('tokenHash').execute();
  expect(kept).toEqual([{ tokenHash: hashToken(token) }]);
  expect((await admin.get('/nodes')).text).not.toContain(token);
});

test('centre staff who is no operator → may not make one', async () => {
  const admin = await portal.administrator();
  const { organisationId } = await portal.context.store.db
    .selectFrom('membership')
    .select('organisationId')
    .executeTakeFirstOrThrow();
  const staff = portal.visitor();
  const email = 'staff@centre.example.jp';
  const person = { name: '職員', email, password: 'correct horse battery' };
  await staff.acceptInvitation(await admin.invite(organisationId, email, 'centre'), person);

  expect((await staff.get('/approvals')).status).toBe(200);
  expect((await staff.get('/nodes')).status).toBe(403);
});

test('a node in quarantine → back to work, its faults forgotten, on record', async () => {
  const admin = await portal.administrator();
  const { db } = portal.context.store;
  const { id } = await seedNode(db, {
    state: 'quarantined',
    faults: encodeJson([{ at: noon, hosts: ['192.0.2.1'] }]),
  });

  await admin.submit('/nodes', `/nodes/${id}/state`, [['state', 'active']], 'state');

  expect(await findNode(db, id)).toMatchObject({ state: 'active', faults: '[]' });
  const audit = await db.selectFrom('audit').select('action').where('subject', '=', id).execute();
  expect(audit).toEqual([{ action: 'node.active' }]);
});

test.each(['quarantined', 'nonsense', 'active'])('an active node made %s → refused', async (state) => {
  const admin = await portal.administrator();
  const { id } = await seedNode(portal.context.store.db);

  await expect(admin.submit('/nodes', `/nodes/${id}/state`, [['state', state]], 'state')).rejects.toThrow();
});
