import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('the right password → true, a wrong one → false', async () => {
  const hash = await hashPassword('馬とホチキスの電池');

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword({ hash, password: '馬とホチキスの電池' })).toBe(true);
  expect(await verifyPassword({ hash, password: '馬とホチキスの電地' })).toBe(false);
});

test('the same password, composed otherwise by another system → true', async () => {
  const hash = await hashPassword('パスワードの例です'.normalize('NFD'));

  expect(await verifyPassword({ hash, password: 'パスワードの例です'.normalize('NFC') })).toBe(true);
});

test('the same password twice → different hashes', async () => {
  expect(await hashPassword('a long enough one')).not.toBe(await hashPassword('a long enough one'));
});

test.each(['', 'plain', '$2b$10$abc', '$argon2id$v=19$m=1,t=1,p=1$$', '$argon2i$v=19$m=8,t=1,p=1$YQ$YQ'])(
  'a hash of another kind (%s) → false',
  async (hash) => {
    expect(await verifyPassword({ hash, password: 'x' })).toBe(false);
  },
);
