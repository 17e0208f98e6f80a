import { insertJobs } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  contact,
  type Member,
  openTestPortal,
  provenAsset,
  soon,
  type TestPortal,
} from '../../portal.fixture.ts';

let portal: TestPortal;
let member: Member;
let assetId: string;
let id: ReservationId;

beforeAll(async () => {
  portal = await openTestPortal();
  member = await portal.member();
  assetId = await provenAsset(portal, member);
});
afterAll(() => portal[Symbol.asyncDispose]());
beforeEach(async () => {
  await portal.context.store.db.updateTable('reservation').set({ state: 'reported' }).execute();
  await portal.context.store.db.updateTable('job').set({ state: 'done' }).execute();
  id = (await member.client.book({
    assetIds: [assetId],
    ...soon(),
    ports: 'default',
    contact,
  })) as ReservationId;
});

async function run(doing: string): Promise<void> {
  const { db } = portal.context.store;
  await db.updateTable('reservation').set({ state: 'running' }).where('id', '=', id).execute();
  const at = portal.context.now();
  await insertJobs(db, [
    {
      id: newId('job'),
      reservationId: id,
      organisationId: member.organisationId as never,
      target: encodeJson({ kind: 'host', address: '127.77.1.1', names: [], zones: [] }),
      host: '127.77.1.1',
      state: 'leased',
      priority: 2,
      turn: 0,
      neighbourhood: '',
      opensAt: at,
      closesAt: at,
      leaseToken: 1,
      leaseNodeId: null,
      leaseExpiresAt: null,
      attempts: 1,
      doing,
      doneCount: 3,
      totalCount: 9,
      load: null,
      unprobed: encodeJson([]),
      startedAt: at,
      finishedAt: null,
    },
  ]);
}

const row = () =>
  portal.context.store.db
    .selectFrom('reservation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const ask = async (path: string) => await member.client.get(path);

test('while it runs → the emergency stop stands on every page', async () => {
  await run('tls');

  for (const path of ['/', '/assets', '/reservations/new', '/scanner', `/reservations/${id}`, '/nowhere']) {
    expect((await ask(path)).text).toContain(`action="/reservations/${id}/stop"`);
  }
});

test('the emergency stop → stopped, by whom and when, and no button any more', async () => {
  await run('tls');

  await member.client.stop(id);

  expect(await row()).toMatchObject({
    state: 'stopped',
    stoppedAt: expect.any(String),
    stoppedBy: expect.any(String),
  });
  const { text } = await ask(`/reservations/${id}`);
  expect(text).toContain('遠隔 花子さんが緊急停止しました');
  expect(text).not.toContain('/stop"');
});

test('the emergency stop a second time → told that nothing is left to stop; the first stays recorded', async () => {
  await run('tls');
  await member.client.stop(id);
  const first = await row();

  await expect(member.client.stop(id)).rejects.toThrow('すでに終わっている');
  expect(await row()).toEqual(first);
});

test('the centre → may stop it too', async () => {
  await run('tls');

  await (await portal.administrator()).stop(id);

  expect((await row()).state).toBe('stopped');
});

test('a colleague who only reads → sees no button', async () => {
  await run('tls');
  const reader = await portal.member('reader', member.organisationId);

  expect((await reader.client.get('/')).text).not.toContain('/stop"');
});

test('cancelled before it starts → a mail that takes it out of the calendar', async () => {
  await member.client.cancel(id);

  const mails = await portal.context.store.db
    .selectFrom('outbox')
    .select(['kind', 'attachments'])
    .where('reservationId', '=', id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  expect((await row()).state).toBe('cancelled');
  expect(mails).toHaveLength(2);
  expect(mails.map(({ attachments }) => attachments).join()).toMatch(/METHOD:REQUEST/);
  expect(mails.map(({ attachments }) => attachments).join()).toMatch(/METHOD:CANCEL/);
});

test('cancelling what runs → refused, with the way to stop it', async () => {
  await run('tls');

  await expect(member.client.cancel(id)).rejects.toThrow('緊急停止を使ってください');
  expect((await row()).state).toBe('running');
});

test('live progress → the panel, escaped, then the end when the state moves on', async () => {
  await run('<img src=x onerror=alert(1)>');
  const { client } = member;
  const request = () => new Request(`${client.baseUrl}/reservations/${id}/events?shown=running`);
  const response = await client.send(request());
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  await portal.context.store.db
    .updateTable('reservation')
    .set({ state: 'judging' })
    .where('id', '=', id)
    .execute();

  const rest = await (await client.send(request())).text();

  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(first).toContain('event: progress');
  expect(first).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(first).not.toContain('<img');
  expect(rest).toContain('event: ended\ndata: judging');
});

test('without JavaScript → the page loads itself again while it runs, and not after', async () => {
  await run('tls');
  const running = (await ask(`/reservations/${id}`)).text;
  await member.client.stop(id);

  expect(running).toContain('<noscript><meta http-equiv="refresh"');
  expect((await ask(`/reservations/${id}`)).text).not.toContain('http-equiv="refresh"');
});

test('it could not run → the reason and the way to a new booking', async () => {
  await portal.context.store.db
    .updateTable('reservation')
    .set({ state: 'could-not-run', failure: '診断装置が <停止> していました。' })
    .where('id', '=', id)
    .execute();

  const { text } = await ask(`/reservations/${id}`);

  expect(text).toContain('診断装置が &lt;停止&gt; していました。');
  expect(text).toContain('別の日時で予約し直す');
});
