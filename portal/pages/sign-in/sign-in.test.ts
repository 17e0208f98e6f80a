import { afterAll, beforeAll, expect, test } from 'vitest';
import { PortalRefusedError } from '../../../test/flow/portal-refused.ts';
import { totpCode } from '../../../test/flow/totp.ts';
import { type Member, openTestPortal, password, type TestPortal } from '../../portal.fixture.ts';

let portal: TestPortal;
let member: Member;
const secret = () => member.client.totpSecret;

beforeAll(async () => {
  portal = await openTestPortal();
  member = await portal.member();
});
afterAll(() => portal[Symbol.asyncDispose]());

test('password and code → signed in', async () => {
  const client = portal.visitor();

  await client.signIn({ email: member.email, password }, secret());

  expect((await client.get('/assets')).status).toBe(200);
});

test('the address in capitals → the same account', async () => {
  const client = portal.visitor();

  await client.signIn({ email: member.email.toUpperCase(), password }, secret());

  expect((await client.get('/assets')).status).toBe(200);
});

test('password alone → nothing is open', async () => {
  const client = portal.visitor();

  await client.submit(
    '/sign-in',
    '/sign-in',
    [
      ['email', member.email],
      ['password', password],
    ],
    'sign-in',
  );

  const response = await client.send(new Request(`${client.baseUrl}/assets`));
  expect(response.headers.get('location')).toBe('/sign-in?to=%2Fassets');
});

test.each([
  ['a wrong password', () => ({ email: member.email, password: 'wrong wrong wrong' })],
  ['an address nobody has', () => ({ email: 'nobody@example.jp', password })],
])('%s → refused with the same words', async (_, person) => {
  await expect(portal.visitor().signIn(person(), secret())).rejects.toThrow(
    'メールアドレスまたはパスワードが違います',
  );
});

test('a code of yesterday → refused', async () => {
  const client = portal.visitor();
  await client.submit(
    '/sign-in',
    '/sign-in',
    [
      ['email', member.email],
      ['password', password],
    ],
    'sign-in',
  );
  const old = totpCode(secret() ?? '', Date.now() - 86_400_000);

  await expect(client.submit('/sign-in/code', '/sign-in/code', [['code', old]], 'code')).rejects.toThrow(
    'コードが違う',
  );
});

test('a code without a password before it → back to the start', async () => {
  const client = portal.visitor();
  const code = totpCode(secret() ?? '', Date.now());

  const refused = client.submit('/sign-in/code', '/sign-in/code', [['code', code]], 'code');

  await expect(refused).rejects.toThrow('もう一度メールアドレスとパスワードから');
});

test('a backup code instead of the phone → signed in, once', async () => {
  const admin = await portal.administrator();
  const email = 'backup@city.example.lg.jp';
  const path = new URL(await admin.invite(member.organisationId, email, 'reader')).pathname;
  const client = portal.visitor();
  await client.submit(
    path,
    path,
    [
      ['name', '予備'],
      ['email', email],
      ['password', password],
    ],
    'account',
  );
  const page = (await client.get('/two-factor')).text;
  const totp = /id="totp-secret">([A-Z2-7]+)</.exec(page)?.[1] ?? '';
  const backup = /class="codes">\s*<li><code>([^<]+)</.exec(page)?.[1] ?? '';
  await client.submit('/two-factor', '/two-factor', [['code', totpCode(totp, Date.now())]], 'set-up');
  const withBackup = async () => {
    const later = portal.visitor();
    await later.submit(
      '/sign-in',
      '/sign-in',
      [
        ['email', email],
        ['password', password],
      ],
      'sign-in',
    );
    return await later.submit('/sign-in/code', '/sign-in/code', [['code', backup]], 'code');
  };

  expect((await withBackup()).location).toBe('/');
  await expect(withBackup()).rejects.toThrow(PortalRefusedError);
});

test('ten wrong passwords → a pause for this place, even with the right one', async () => {
  await using other = await openTestPortal();
  const victim = await other.member();
  for (let i = 0; i < 10; i++) {
    await other
      .visitor()
      .signIn({ email: victim.email, password: 'wrong wrong wrong' }, null)
      .catch(() => undefined);
  }

  const refused = other.visitor().signIn({ email: victim.email, password }, victim.client.totpSecret);

  await expect(refused).rejects.toThrow('15 分間');
});

test('signed out → nothing is open, and the old session is gone', async () => {
  const client = portal.visitor();
  await client.signIn({ email: member.email, password }, secret());

  await client.signOut();

  const response = await client.send(new Request(`${client.baseUrl}/assets`));
  expect(response.headers.get('location')).toMatch(/^\/sign-in/);
});

test('nobody signs up without an invitation: the library has no address of its own', async () => {
  for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/invitation/guess']) {
    expect((await portal.app.request(`http://portal.test${path}`)).status).toBe(404);
  }
});
