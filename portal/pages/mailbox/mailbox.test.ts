import type { MailId } from '@enkaku/shared/model/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PortalClient } from '../../../test/flow/portal-client.ts';
import { contact, openTestPortal, provenAsset, soon, type TestPortal } from '../../portal.fixture.ts';

let portal: TestPortal;
let admin: PortalClient;
let mailId: MailId;

beforeAll(async () => {
  portal = await openTestPortal();
  admin = await portal.administrator();
  const member = await portal.member();
  const assetId = await provenAsset(portal, member);
  await member.client.book({ assetIds: [assetId], ...soon(), ports: 'default', contact });
  const mail = await portal.context.store.db
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'confirmed')
    .executeTakeFirstOrThrow();
  mailId = mail.id;
});
afterAll(() => portal[Symbol.asyncDispose]());

test('a booking → its mail stands in the mailbox, with the calendar entry as a download', async () => {
  const list = (await admin.get('/dev/mailbox')).text;
  const calendar = await admin.send(new Request(`${admin.baseUrl}/dev/mailbox/${mailId}/attachments/0`));

  expect(list).toContain(mailId);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');
  expect(calendar.headers.get('content-disposition')).toContain('calendar.ics');
});

test('a hostile mail → text where it is text; its HTML only inside a sandbox without scripts', async () => {
  const hostile = '<script>alert(1)</script>';
  await portal.context.store.db
    .updateTable('outbox')
    .set({ html: hostile, text: hostile, subject: hostile })
    .where('id', '=', mailId)
    .execute();

  const page = (await admin.get(`/dev/mailbox/${mailId}`)).text;
  const frame = await admin.send(new Request(`${admin.baseUrl}/dev/mailbox/${mailId}/html`));

  expect(page).not.toContain(hostile);
  expect(page).toContain('sandbox=""');
  const policy = frame.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/;\s*sandbox;/);
  expect(policy).not.toMatch(/script-src|allow-scripts/);
});

test('somebody from elsewhere, or of a municipality → 404', async () => {
  const member = await portal.member();

  expect((await portal.visitor().get('/dev/mailbox')).status).toBe(404);
  expect((await member.client.get(`/dev/mailbox/${mailId}`)).status).toBe(404);
  expect((await member.client.get(`/dev/mailbox/${mailId}/html`)).status).toBe(404);
});

test.each([
  ['http://127.0.0.1:8700', '127.0.0.1', 200],
  ['http://127.0.0.1:8700', '192.0.2.7', 404],
  ['https://shindan.example.jp', '127.0.0.1', 404],
])('a portal known as %s, asked from %s without signing in → %d', async (url, remoteAddress, status) => {
  await using other = await openTestPortal({ url: new URL(url) });
  const connection = { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } };

  expect((await other.app.request('/dev/mailbox', {}, connection)).status).toBe(status);
});

test('with a mail server → there is no mailbox', async () => {
  await using sending = await openTestPortal({ mailbox: 'hidden' });

  expect((await (await sending.administrator()).get('/dev/mailbox')).status).toBe(404);
});
