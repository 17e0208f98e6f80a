import { addMs, instant } from '@enkaku/shared/model/instant.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPortal, password, type TestPortal } from '../../portal.fixture.ts';

let portal: TestPortal;
let organisationId: string;
let now = instant(Date.now());

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  organisationId = (await portal.member()).organisationId;
});
afterAll(() => portal[Symbol.asyncDispose]());

const invite = async (email: string) =>
  await (await portal.administrator()).invite(organisationId, email, 'reader');
const person = (email: string) => ({ name: '試験 一郎', email, password });

test('the link used twice → the second is told that it is used', async () => {
  const link = await invite('twice@example.jp');
  await portal.visitor().acceptInvitation(link, person('twice@example.jp'));

  const again = await portal.visitor().get(new URL(link).pathname);

  expect(again.status).toBe(404);
  expect(again.text).toContain('使用済みか、期限が切れています');
});

test('the link after eight days → gone', async () => {
  const link = await invite('late@example.jp');
  const before = now;
  now = addMs(now, 8 * 86_400_000);

  const answer = await portal.visitor().get(new URL(link).pathname);

  now = before;
  expect(answer.status).toBe(404);
});

test.each([
  ['another address than the invited one', { email: 'other@example.jp' }, '別のメールアドレス'],
  ['eleven characters of password', { password: 'elevenchars' }, '12 文字以上'],
  ['no name', { name: '  ' }, 'お名前を入力'],
  ['no address at all', { email: 'nothing' }, 'メールアドレスを'],
])('%s → refused, the link stays usable', async (_, change, words) => {
  const email = `case${words.length}@example.jp`;
  const link = await invite(email);

  await expect(portal.visitor().acceptInvitation(link, { ...person(email), ...change })).rejects.toThrow(
    words,
  );
  await portal.visitor().acceptInvitation(link, person(email));
});

test('an address that has an account → asked to sign in, then joins with it', async () => {
  const client = portal.visitor();
  await client.acceptInvitation(await invite('both@example.jp'), person('both@example.jp'));
  const admin = await portal.administrator();
  const other = await admin.createOrganisation({ name: '別の町', kind: 'municipality', code: '012084' });
  const link = await admin.invite(other, 'both@example.jp', 'booker');

  await expect(portal.visitor().acceptInvitation(link, person('both@example.jp'))).rejects.toThrow(
    'すでにあります',
  );
  await client.joinOrganisation(link);

  expect((await client.get('/')).text).toContain('別の町の遠隔診断');
  await client.actFor(organisationId);
  expect((await client.get('/')).text).not.toContain('別の町の遠隔診断');
});

test('an invitation → a mail with the link, only its hash in the table', async () => {
  const link = await invite('mail@example.jp');

  const mail = await portal.context.store.db
    .selectFrom('outbox')
    .selectAll()
    .where('toAddress', '=', 'mail@example.jp')
    .executeTakeFirstOrThrow();
  const invitations = JSON.stringify(
    await portal.context.store.db.selectFrom('invitation').selectAll().execute(),
  );
  expect(mail.text).toContain(link);
  expect(invitations).not.toContain(new URL(link).pathname.split('/').at(-1));
});

test('the first administrator → nobody gets a second link once somebody is there', async () => {
  const { inviteFirstAdministrator } = await import('@enkaku/shared/db/first-administrator.ts');

  expect(await inviteFirstAdministrator(portal.context.store.db, now)).toBeUndefined();
});

test.each([
  ['a wrong check digit', '011003', '正しい団体コードではありません'],
  ['a prefecture that does not exist', '991007', '正しい団体コードではありません'],
  ['a code that is registered', '011002', 'すでに登録されています'],
])('an organisation with %s → refused', async (_, code, words) => {
  const admin = await portal.administrator();

  await expect(admin.createOrganisation({ name: '町', kind: 'municipality', code })).rejects.toThrow(words);
});
