import { listStops } from '@enkaku/shared/db/stop.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../../portal.fixture.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal[Symbol.asyncDispose]());

const reason = '管理者から、応答が遅いとの電話';
const inForce = () => listStops(portal.context.store.db);

test('one address with its reason → in force, recorded, and lifted again', async () => {
  const admin = await portal.administrator();

  await admin.submit(
    '/stops',
    '/stops',
    [
      ['scope', 'host'],
      ['host', '192.0.2.7'],
      ['reason', reason],
    ],
    'stop',
  );

  const [stop] = await inForce();
  expect(stop).toMatchObject({ scope: 'host', subject: '192.0.2.7', reason });
  expect((await admin.get('/stops')).text).toContain(reason);
  await admin.submit('/stops', `/stops/${stop?.id}/lift`, [], 'lift');
  expect(await inForce()).toEqual([]);
  const audit = await portal.context.store.db
    .selectFrom('audit')
    .select('action')
    .where('subject', '=', stop?.id ?? '')
    .execute();
  expect(audit.map(({ action }) => action)).toEqual(['stop.placed', 'stop.lifted']);
});

test.each([
  ['no reason', [['scope', 'everything']], '理由を 500 文字以内'],
  [
    'no address',
    [
      ['scope', 'host'],
      ['host', 'nonsense'],
      ['reason', reason],
    ],
    '読み取れません',
  ],
  [
    'no organisation',
    [
      ['scope', 'organisation'],
      ['organisation', 'org_x'],
      ['reason', reason],
    ],
    '団体を選んで',
  ],
] as const)('%s → refused beside its field, nothing stops', async (_, fields, words) => {
  const admin = await portal.administrator();

  await expect(
    admin.submit(
      '/stops',
      '/stops',
      fields.map(([name, value]) => [name, value] as [string, string]),
      'stop',
    ),
  ).rejects.toThrow(words);

  expect(await inForce()).toEqual([]);
});

test('staff of a municipality → may not', async () => {
  const { client } = await portal.member();

  expect((await client.get('/stops')).status).toBe(403);
});
