import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['DB_PASSWORD=hunter2', 'DB_PASSWORD=***'],
  ['export API_KEY = "abc def"', 'export API_KEY =***'],
  ['APP_ENV=production\r\nSECRET=x=y\r\n', 'APP_ENV=***\nSECRET=***\n'],
  ['# a comment', '# a comment'],
  ['EMPTY=', 'EMPTY='],
  ['<a href="x">not a setting</a>', '<a href="x">not a setting</a>'],
])('.env: %j → %j', (body, expected) => {
  expect(redact('env', body).replaceAll('\r', '')).toBe(expected);
});

test('.git/config → who is named in an address is struck out, the address stays', () => {
  expect(redact('git-config', 'url = https://user:token@git.example.jp/town.git')).toBe(
    'url = https://***@git.example.jp/town.git',
  );
});

test('any other page → as it came', () => {
  expect(redact('root', 'DB_PASSWORD=hunter2')).toBe('DB_PASSWORD=hunter2');
});

test('whatever value a setting has → it is not in the evidence', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9+/]{12,40}$/), (secret) => {
      expect(redact('env', `APP_KEY=${secret}\nDB_PASSWORD=${secret}`)).not.toContain(secret);
    }),
  );
});

test.each([
  ['htpasswd', 'admin:$apr1$abc$def\nbob:{SHA}W6ph5Mm5Pz8=', 'admin:$apr1$***\nbob:{SHA}***'],
  ['htpasswd', 'old:rqXexS6ZhobKA', 'old:***'],
  ['htpasswd', 'http://www.example.jp/', 'http://www.example.jp/'],
  [
    'web-config',
    '<add name="Db" connectionString="Server=x;Password=y" />',
    '<add name="Db" connectionString="***" />',
  ],
  ['web-config', '<add key="Smtp" value=\'secret', '<add key="Smtp" value="***"'],
  ['wp-config', "define('DB_PASSWORD', 'hunter2');\n", "define('DB_PASSWORD', ***);\n"],
  ['sql-dump', "INSERT INTO a VALUES (1,'Tanaka');", 'INSERT INTO a VALUES ***'],
  ['sql-dump', 'COPY a (b) FROM stdin;\n1\tTanaka\n', 'COPY a (b) FROM stdin; ***'],
  [
    'phpinfo',
    '<td class="e">PW</td><td class="v">hunter2</td>',
    '<td class="e">PW</td><td class="v">***</td>',
  ],
  ['phpinfo', '<td class="v">cut off hunter2', '<td class="v">***'],
  ['server-status', 'x</dl>\n<table border="0"><tr><td>192.0.2.9</td>', 'x</dl>\n***'],
  ['server-status', '<td class="string">192.0.2.9</td>', '<td class="string">***</td>'],
  [
    'control',
    '<td>SECRET_KEY</td><td>x</td> DB_PASSWORD => hunter2',
    '<td>SECRET_KEY</td><td>x</td> DB_PASSWORD => ***',
  ],
] as const)('%s: %j → %j', (purpose, body, expected) => {
  expect(redact(purpose, body)).toBe(expected);
});

test.each([
  ['phpinfo', '<td class="v">'],
  ['web-config', 'value="'],
  ['sql-dump', 'FROM stdin'],
  ['control', 'KEY"\'"\''],
  ['env', 'A='],
] as const)('%s: 64 KiB of %j → in no time', (purpose, piece) => {
  const startedAt = performance.now();
  redact(purpose, piece.repeat(65_536 / piece.length));
  expect(performance.now() - startedAt).toBeLessThan(500);
});
