import { expect, test } from 'vitest';
import { dnsAnswer, question, record } from '../../evidence/dns-answers/build.fixture.ts';
import type { DnsAnswer } from '../../evidence/dns-answers/schema.ts';
import { blockListNames, blockLists } from '../../evidence/host-dns/block-lists.ts';
import { buildHostDns } from '../../evidence/host-dns/build.fixture.ts';
import { buildSmtpDialog } from '../../evidence/smtp-dialog/build.fixture.ts';
import { type Observed, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { rblListed } from './rbl-listed.ts';

const host = '203.0.114.5';
type Answer = DnsAnswer | Observed<DnsAnswer>;

const absent = dnsAnswer({ rcode: 3 });
const entry = (data: string) => dnsAnswer({ answers: [record('x', 'A', data)] });

/** All lists answer as they should; the first one otherwise. */
function dns(subject: Answer, listed: Answer = entry('127.0.0.2'), unlisted: Answer = absent) {
  const usual = { subject: absent, listed: entry('127.0.0.2'), unlisted: absent };
  return buildHostDns(
    blockLists.flatMap((list, index) => {
      const names = blockListNames(host, list);
      const answers = index === 0 ? { subject, listed, unlisted } : usual;
      return (['subject', 'listed', 'unlisted'] as const).map((which) =>
        question('reputation', answers[which], { name: names[which], type: 'A' }),
      );
    }),
  );
}

const mail = buildSmtpDialog({}, { host });

test.each([
  ['on no list', mail, dns(absent), 'safe'],
  ['a port for clients', buildSmtpDialog({}, { host, port: 587 }), dns(entry('127.0.0.3')), 'not-applicable'],
  [
    'an address of a private network',
    buildSmtpDialog({}, { host: '10.0.0.5' }),
    dns(entry('127.0.0.3')),
    'not-applicable',
  ],
  ['nobody asked', mail, buildHostDns([]), 'undetermined: not-attempted'],
  ['no answer', mail, dns(unknown('timeout')), 'undetermined: timeout'],
  ['a failure', mail, dns(dnsAnswer({ rcode: 2 })), 'undetermined: rcode-2'],
  ['the list is dead', mail, dns(absent, absent), 'undetermined: no-control'],
  [
    'the list answers yes to all',
    mail,
    dns(entry('127.0.0.2'), entry('127.0.0.2'), entry('127.0.0.2')),
    'undetermined: no-control',
  ],
  [
    'the list does not serve this resolver',
    mail,
    dns(entry('127.255.255.254'), entry('127.255.255.254')),
    'undetermined: no-control',
  ],
  ['a resolver that leads all to its own page', mail, dns(entry('198.51.101.1')), 'undetermined: garbled'],
  ['listed', mail, dns(entry('127.0.0.3')), 'info verified'],
])('rbl-listed: %s → %s', (_, dialog, answers, outcome) => {
  expect(outcomeOf(rblListed, dialog, answers)).toBe(outcome);
});
