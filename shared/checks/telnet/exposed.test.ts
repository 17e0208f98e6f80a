import { expect, test } from 'vitest';
import { buildBanner } from '../../evidence/banner/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { telnetExposed } from './exposed.ts';

test.each([
  ['negotiation at once', '\xff\xfd\x18\xff\xfd\x20', 'high verified'],
  ['negotiation, then a prompt', '\xff\xfb\x01\xff\xfb\x03\r\nlogin: ', 'high verified'],
  ['a notice, then negotiation', 'Notice\r\n\xff\xfb\x01Username: ', 'high verified'],
  ['a prompt and no negotiation', '\r\nAuthorised use only\r\n\r\nUsername: ', 'high inferred'],
  ['FTP', '220 login: welcome to FTP\r\n', 'not-applicable'],
  ['FTP whose text ends with login:', '220 login: ', 'not-applicable'],
  ['SSH', 'SSH-2.0-OpenSSH_9.8\r\n', 'not-applicable'],
  ['a text without a prompt', 'hello\r\n', 'not-applicable'],
  ['a sentence about a login', 'Last login: yesterday\r\n', 'not-applicable'],
  ['0xFF that is no negotiation', '\xff\xfe\x00\x00'.slice(0, 1).repeat(6), 'not-applicable'],
  ['a text in UTF-16', '\xff\xfeh\x00e\x00', 'not-applicable'],
  ['negotiation across odd half-bytes only', '\x0f\xff\xbf\xd1\x80', 'not-applicable'],
])('%s → %s', (_, greeting, outcome) => {
  expect(outcomeOf(telnetExposed, buildBanner(greeting))).toBe(outcome);
});

test.each([
  ['silence', unknown('timeout'), 'undetermined: timeout'],
  ['reset', unknown('reset'), 'undetermined: reset'],
  ['closed at once', unknown('closed'), 'undetermined: closed'],
  ['not a telnet server', no, 'not-applicable'],
])('%s → %s', (_, greeting, outcome) => {
  expect(outcomeOf(telnetExposed, buildBanner(greeting))).toBe(outcome);
});
