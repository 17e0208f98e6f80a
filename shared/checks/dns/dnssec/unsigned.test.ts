import { expect, test } from 'vitest';
import {
  buildDomainDns,
  buildServerDns,
  dnsAnswer,
  question,
  record,
} from '../../../evidence/dns-answers/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { unsigned } from './unsigned.ts';

type Answer = Parameters<typeof question>[1];
const domain = (soa: Answer, ds: Answer) => buildDomainDns([question('soa', soa), question('ds', ds)]);
const apex = dnsAnswer({ answers: [record('city.example.jp', 'SOA', 'ns root 1 2 3 4 5')] });
const below = dnsAnswer({ authority: [record('example.jp', 'SOA', 'ns root 1 2 3 4 5')] });
const none = dnsAnswer();
const ds = dnsAnswer({ answers: [record('city.example.jp', 'DS', '8085 13 2 abcd')] });
const silent = unknown('timeout');

test.each([
  ['a zone without DS', domain(apex, none), 'info verified'],
  ['a zone whose parent denies the DS by NXDOMAIN', domain(apex, dnsAnswer({ rcode: 3 })), 'info verified'],
  ['a zone with DS', domain(apex, ds), 'safe'],
  ['a name inside another zone', domain(below, none), 'not-applicable'],
  ['no such domain', domain(dnsAnswer({ rcode: 3 }), dnsAnswer({ rcode: 3 })), 'not-applicable'],
  ['no answer about the DS', domain(apex, silent), 'undetermined: timeout'],
  ['no answer about the zone', domain(silent, none), 'undetermined: timeout'],
  ['SERVFAIL for the DS', domain(apex, dnsAnswer({ rcode: 2 })), 'undetermined: rcode-2'],
  ['SERVFAIL for the zone', domain(dnsAnswer({ rcode: 2 }), none), 'undetermined: rcode-2'],
  ['nobody at the resolver', domain(no, no), 'undetermined: refused'],
  ['no resolver', domain(unknown('not-attempted'), unknown('not-attempted')), 'undetermined: not-attempted'],
  ['evidence about a server', buildServerDns([question('soa', apex)]), 'not-applicable'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(unsigned, evidence)).toBe(outcome);
});
