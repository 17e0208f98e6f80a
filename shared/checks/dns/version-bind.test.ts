import { expect, test } from 'vitest';
import {
  buildDomainDns,
  buildServerDns,
  dnsAnswer,
  question,
  record,
} from '../../evidence/dns-answers/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { versionBind } from './version-bind.ts';

type Answer = Parameters<typeof question>[1];
const server = (answer: Answer) => buildServerDns([question('version-bind', answer, { class: 'CH' })]);
const says = (text: string, type = 'TXT') =>
  server(dnsAnswer({ answers: [record('version.bind', type, text)] }));

test.each([
  ['the version of BIND', says('9.18.49-1~deb12u3-Debian'), 'info verified'],
  ['a name with a version', says('Knot DNS 3.3.4'), 'info verified'],
  ['none', says('none'), 'safe'],
  ['a joke', says('42 is the answer'), 'safe'],
  ['an empty text', says(''), 'safe'],
  ['another type', says('9.18', 'NS'), 'safe'],
  ['REFUSED', server(dnsAnswer({ rcode: 5 })), 'safe'],
  ['nothing', server(dnsAnswer()), 'safe'],
  ['nobody there', server(no), 'not-applicable'],
  ['silence', server(unknown('timeout')), 'undetermined: timeout'],
  ['garbled', server(unknown('garbled')), 'undetermined: garbled'],
  ['evidence about a domain', buildDomainDns([]), 'not-applicable'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(versionBind, evidence)).toBe(outcome);
});
