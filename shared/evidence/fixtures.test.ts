import { expect, test } from 'vitest';
import { buildBanner } from './banner/build.fixture.ts';
import { buildDomainDns, buildServerDns, dnsAnswer, question, record } from './dns-answers/build.fixture.ts';
import { type Evidence, parseEvidence } from './evidence.ts';
import { buildMailboxDialog } from './mailbox-dialog/build.fixture.ts';
import { buildPorts } from './ports/build.fixture.ts';
import { buildServiceReply, replied } from './service-reply/build.fixture.ts';
import { answered, buildSnmpAnswer } from './snmp-answer/build.fixture.ts';
import { buildSshKexinit } from './ssh-kexinit/build.fixture.ts';
import { buildSshKeys } from './ssh-keys/build.fixture.ts';
import { buildTlsBehaviour } from './tls-behaviour/build.fixture.ts';
import { buildTlsHello } from './tls-hello/build.fixture.ts';
import { buildWebFiles } from './web-files/build.fixture.ts';
import { buildWebGear } from './web-gear/build.fixture.ts';

const built: readonly Evidence[] = [
  buildPorts(),
  buildServerDns([question('version-bind', dnsAnswer({ answers: [record('version.bind', 'TXT', '9.18')] }))]),
  buildDomainDns([question('caa', { outcome: 'no' })]),
  buildSshKexinit(),
  buildSshKeys(),
  buildSnmpAnswer({ v1: answered }),
  buildTlsHello(),
  buildTlsBehaviour(),
  buildWebGear(),
  buildServiceReply([replied('redis', 'ping', { access: 'open' }, '+PONG')]),
  buildBanner('\xff\xfd\x18login: '),
  buildWebFiles(),
  buildMailboxDialog(),
];

test.each(built)('the $kind that tests build → passes the door for real evidence', (evidence) => {
  expect(parseEvidence(evidence)).toEqual(evidence);
});
