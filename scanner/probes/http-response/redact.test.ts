import { exchange, httpResponse } from '@enkaku/shared/evidence/http-response/build.fixture.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Purpose } from './exchange.ts';
import { redact } from './redact.ts';

function bodyAfter(purpose: Purpose, body: string): string {
  const { response } = redact(exchange(purpose, httpResponse(200, [], body)));
  return response.outcome === 'yes' ? response.value.body : '';
}

test.each([
  ['DB_PASSWORD=hunter2', 'DB_PASSWORD=***'],
  ['export API_KEY = "abc def"', 'export API_KEY =***'],
  ['APP_ENV=production\r\nSECRET=x=y\r\n', 'APP_ENV=***\nSECRET=***\n'],
  ['# a comment', '# a comment'],
  ['EMPTY=', 'EMPTY='],
  ['<a href="x">not a setting</a>', '<a href="x">not a setting</a>'],
])('.env: %j → %j', (body, expected) => {
  expect(bodyAfter('env', body).replaceAll('\r', '')).toBe(expected);
});

test('.git/config → who is named in an address is struck out, the address stays', () => {
  expect(bodyAfter('git-config', 'url = https://user:token@git.example.jp/town.git')).toBe(
    'url = https://***@git.example.jp/town.git',
  );
});

test('any other page → as it came', () => {
  expect(bodyAfter('root', 'DB_PASSWORD=hunter2')).toBe('DB_PASSWORD=hunter2');
});

test('whatever value a setting has → it is not in the evidence', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9+/]{12,40}$/), (secret) => {
      expect(bodyAfter('env', `APP_KEY=${secret}\nDB_PASSWORD=${secret}`)).not.toContain(secret);
    }),
  );
});
