import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookingFields } from '../../../test/flow/booking-form.ts';
import { formToken, type PortalClient } from '../../../test/flow/portal-client.ts';
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

beforeAll(async () => {
  portal = await openTestPortal();
  member = await portal.member();
  assetId = await provenAsset(portal, member);
});
afterAll(() => portal[Symbol.asyncDispose]());

const wish = (change: object = {}) => ({
  assetIds: [assetId],
  ...soon(),
  ports: 'default',
  contact,
  ...change,
});

/** Sends the form with some of its fields changed; what the portal shows. */
async function send(client: PortalClient, changes: Readonly<Record<string, string>>) {
  const page = (await client.get('/reservations/new')).text;
  const fields = new Map(bookingFields(page, wish()));
  for (const [name, value] of Object.entries(changes)) fields.set(name, value);
  const body = new URLSearchParams([['formToken', formToken(page)]]);
  for (const [name, value] of fields) body.append(name, String(value));
  const response = await client.send(
    new Request(`${client.baseUrl}/reservations/new`, {
      method: 'POST',
      body,
      headers: { origin: client.baseUrl },
    }),
  );
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
}

/** What was kept of a booking. */
async function stored(id: string) {
  const { db } = portal.context.store;
  const reservation = await db
    .selectFrom('reservation')
    .selectAll()
    .where('id', '=', id as never)
    .executeTakeFirstOrThrow();
  const consent = await db
    .selectFrom('consent')
    .selectAll()
    .where('reservationId', '=', reservation.id)
    .executeTakeFirstOrThrow();
  return { reservation, consent };
}

function errorBeside(page: string, field: string): string {
  return new RegExp(`id="${field}-error">(.*?)</p>`, 's').exec(page)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? '';
}

test('a proven asset, a window to come, a contact, consent → booked, with all that belongs to it', async () => {
  const id = await member.client.book(wish());

  const { db } = portal.context.store;
  const { reservation, consent } = await stored(id);
  const audit = await db.selectFrom('audit').select('action').where('subject', '=', id).execute();
  expect(reservation.state).toBe('confirmed');
  expect(consent.text).toContain('127.77.1.1');
  expect(consent.text).toContain('匿名 FTP');
  expect(audit.map(({ action }) => action)).toEqual(['reservation.booked']);
  await member.client.cancel(id);
});

test('an additional test ticked → in the reservation and, in its own words, in what was consented to', async () => {
  const answer = await send(member.client, { optIns: 'industrial' });
  const id = String(answer.location?.split('/').at(-1));

  const { reservation, consent } = await stored(id);
  expect(reservation.optIns).toBe('["industrial"]');
  expect(consent.text).toContain('産業用制御機器');
  expect(consent.text).not.toContain('Heartbleed');
  await member.client.cancel(id);
});

test('an additional test that does not exist → not taken', async () => {
  const answer = await send(member.client, { optIns: 'everything' });
  const id = String(answer.location?.split('/').at(-1));

  expect((await stored(id)).reservation.optIns).toBe('[]');
  await member.client.cancel(id);
});

test('the same form sent twice → one reservation', async () => {
  const page = (await member.client.get('/reservations/new')).text;
  const fields = [['formToken', formToken(page)], ...bookingFields(page, wish(soon(5)))];
  const request = () =>
    new Request(`${member.client.baseUrl}/reservations/new`, {
      method: 'POST',
      body: new URLSearchParams(
        fields.map(([name, value]) => [String(name), String(value)] as [string, string]),
      ),
      headers: { origin: member.client.baseUrl },
    });

  const [first, second] = await Promise.all([member.client.send(request()), member.client.send(request())]);

  expect([first.status, second.status]).toEqual([303, 303]);
  expect(first.headers.get('location')).toBe(second.headers.get('location'));
  await member.client.cancel(String(first.headers.get('location')?.split('/').at(-1)));
});

test('a start right now → the minute that has begun', async () => {
  const id = await member.client.book(
    wish({ opensAt: new Date(), closesAt: new Date(Date.now() + 3_600_000) }),
  );

  expect((await member.client.get(`/reservations/${id}`)).text).toContain('badge--confirmed');
  await member.client.submit(`/reservations/${id}`, `/reservations/${id}/stop`, [], 'stop');
});

test.each([
  ['a window in the past', { opensAtYear: '2024', closesAtYear: '2024' }, 'opensAt', '過去'],
  ['a day that does not exist', { opensAtMonth: '2', opensAtDay: '31' }, 'opensAt', '日付として読めません'],
  ['a month in words', { closesAtMonth: '五' }, 'closesAt', '日付として読めません'],
  ['a time of 25:00', { closesAtTime: '25:00' }, 'closesAt', '時刻を'],
  ['ports above 65535', { ports: 'list', portList: '80,70000' }, 'ports', 'ポートを読み取れません'],
  ['no port at all', { ports: 'list', portList: '' }, 'ports', 'ポート番号を入力'],
  ['no consent', { consent: '' }, 'consent', '同意がないと'],
  ['a contact without an address', { contactEmail: 'nowhere' }, 'contactEmail', 'メールアドレス'],
  ['a contact of somebody else', { contact: 'con_0123456789' }, 'contact', '担当者を選んで'],
])(
  '%s → refused, the reason beside its field, and everything typed still there',
  async (_, change, field, words) => {
    const answer = await send(member.client, change);

    expect(answer.status).toBe(422);
    expect(errorBeside(answer.text, field)).toContain(words);
    expect(answer.text).toContain(
      'value="tanto@city.example.lg.jp"'.slice(0, field === 'contactEmail' ? 0 : undefined),
    );
    expect(answer.text).toContain(`value="${assetId}"`);
  },
);

test('an end before the start → refused beside the end, with a hint on windows over midnight', async () => {
  const { opensAt, closesAt } = soon();
  const page = (await member.client.get('/reservations/new')).text;
  const turned = new Map(bookingFields(page, wish({ opensAt: closesAt, closesAt: opensAt })));

  const answer = await send(member.client, Object.fromEntries(turned) as Record<string, string>);

  expect(answer.status).toBe(422);
  expect(errorBeside(answer.text, 'closesAt')).toContain('開始日時より後');
});

test('a window of one minute → refused, with the time it takes', async () => {
  const { opensAt } = soon();
  const page = (await member.client.get('/reservations/new')).text;
  const short = new Map(
    bookingFields(page, wish({ opensAt, closesAt: new Date(opensAt.getTime() + 60_000) })),
  );

  const answer = await send(member.client, Object.fromEntries(short) as Record<string, string>);

  expect(errorBeside(answer.text, 'closesAt')).toContain('約 3 分');
});

test('an overlapping booking of the same asset → refused, the first one stays', async () => {
  const first = await member.client.book(wish(soon(9)));

  const again = member.client.book(wish(soon(10)));

  await expect(again).rejects.toThrow('重なる時間帯');
  await member.client.cancel(first);
});

test('an unproven asset → not selectable, and refused when sent all the same', async () => {
  const { id } = await member.client.addAsset({ kind: 'address', value: '127.77.1.9' });
  const page = (await member.client.get('/reservations/new')).text;

  const sent = member.client.book(wish({ assetIds: [id] }));

  expect(page).toMatch(new RegExp(`value="${id}"\\s+disabled`));
  await expect(sent).rejects.toThrow('所有確認が済んでいません');
});

test('an asset of another organisation → refused as if it did not exist', async () => {
  const other = await portal.member();
  const foreign = await provenAsset(portal, other, '127.77.2.1');

  await expect(member.client.book(wish({ assetIds: [foreign] }))).rejects.toThrow('見つかりません');
});

test('a reader → may not open the form', async () => {
  const reader = await portal.member('reader', member.organisationId);

  expect((await reader.client.get('/reservations/new')).status).toBe(403);
});
