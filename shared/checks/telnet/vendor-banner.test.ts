import { expect, test } from 'vitest';
import { buildBanner } from '../../evidence/banner/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { telnetVendorBanner } from './vendor-banner.ts';

test.each([
  ['\xff\xfb\x01\r\nUser Access Verification\r\n\r\nUsername: ', 'info inferred'],
  ['\xff\xfb\x01RTX1210 BootROM Ver. 1.04\r\nPassword: ', 'info inferred'],
  ['\xff\xfd\x18Debian GNU/Linux 12\r\nhost login: ', 'info inferred'],
  ['\xff\xfb\x01\r\nlogin: ', 'safe'],
  ['\xff\xfb\x01\r\nAuthorised use only\r\nlogin: ', 'safe'],
  ['220 Cisco FTP\r\n', 'not-applicable'],
  ['SSH-2.0-Cisco-1.25\r\n', 'not-applicable'],
])('%j → %s', (greeting, outcome) => {
  expect(outcomeOf(telnetVendorBanner, buildBanner(greeting))).toBe(outcome);
});

test('silence → undetermined', () => {
  expect(outcomeOf(telnetVendorBanner, buildBanner(unknown('timeout')))).toBe('undetermined: timeout');
});
