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
import { caaMissing } from './missing.ts';

type Answer = Parameters<typeof question>[1];
const climbed = (...answers: Answer[]) => buildDomainDns(answers.map((answer) => question('caa', answer)));
const none = dnsAnswer({ flags: { ra: true } });
const missing = dnsAnswer({ rcode: 3 });
const caa = dnsAnswer({ answers: [record('example.jp', 'CAA', '0 issue "jprs.jp"')] });
const alias = dnsAnswer({ answers: [record('city.example.jp', 'CNAME', 'city.example.net')] });

test.each([
  ['nothing at any level', climbed(none, none, none), 'low verified'],
  ['an alias without CAA, nothing above', climbed(alias, none), 'low verified'],
  ['records at the domain', climbed(caa), 'safe'],
  ['records at the parent', climbed(none, caa), 'safe'],
  ['no answer for the domain', climbed(unknown('timeout')), 'undetermined: timeout'],
  ['no answer for the parent', climbed(none, unknown('garbled')), 'undetermined: garbled'],
  ['SERVFAIL', climbed(dnsAnswer({ rcode: 2 })), 'undetermined: rcode-2'],
  ['REFUSED by the resolver', climbed(none, dnsAnswer({ rcode: 5 })), 'undetermined: rcode-5'],
  ['nobody at the resolver', climbed(no), 'undetermined: refused'],
  ['no resolver', climbed(unknown('not-attempted')), 'undetermined: not-attempted'],
  ['no such domain', climbed(missing, none), 'not-applicable'],
  ['evidence about a server', buildServerDns([question('soa', none)]), 'not-applicable'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(caaMissing, evidence)).toBe(outcome);
});
