import { expect, test } from 'vitest';
import { placeholders } from './fill.ts';

const endpoint = { host: '192.0.2.1', name: 'www.example.jp', port: 443, transport: 'tcp' } as const;

test.each([
  ['/.git/', 'curl https://www.example.jp:443/.git/'],
  ['/a%20b/~c-d_e.php', 'curl https://www.example.jp:443/a%20b/~c-d_e.php'],
  ["/a';reboot;'", 'curl https://www.example.jp:443/PATH'],
  ['/$(reboot)/', 'curl https://www.example.jp:443/PATH'],
  ['/a b', 'curl https://www.example.jp:443/PATH'],
  ['cookie PHPSESSID', 'curl https://www.example.jp:443/PATH'],
  [undefined, 'curl https://www.example.jp:443/PATH'],
])('place %j → %s', (narrower, expected) => {
  expect(placeholders(endpoint, narrower)('curl https://{name}:{port}{path}')).toBe(expected);
});

test('a zone’s finding → the name server that it was seen at', () => {
  expect(placeholders(endpoint, 'ns1.example.jp/192.0.2.53')('dig @{server}')).toBe('dig @192.0.2.53');
  expect(placeholders(endpoint)('dig @{server}')).toBe('dig @192.0.2.1');
});
