import { expect, test } from 'vitest';
import { parsePorts, udpOfProfiles } from './ports.ts';

test.each([
  ['default', { tcp: 'default', udp: udpOfProfiles }],
  ['all', { tcp: 'all', udp: udpOfProfiles }],
  ['22, 80,8000-8100', { tcp: '22,80,8000-8100', udp: [] }],
  ['53,53/udp,161/udp', { tcp: '53', udp: [53, 161] }],
  ['443/tcp', { tcp: '443', udp: [] }],
])('%s → %j', (text, choice) => {
  expect(parsePorts(text)).toEqual(choice);
});

test.each([
  '',
  '0',
  '65536',
  '80-70',
  '22;80',
  '-iL',
  'http',
  '1-2-3',
  '100-200/udp',
  `${'80,'.repeat(2000)}80`,
])('%j → no ports', (text) => {
  expect(parsePorts(text)).toBeUndefined();
});
