import { describe, expect, test } from 'vitest';
import {
  buildDomainDns,
  buildServerDns,
  dnsAnswer,
  question,
  record,
} from '../../evidence/dns-answers/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { axfr } from './axfr.ts';

const zone = 'city.example.jp';
const soa = record(zone, 'SOA', 'ns root 1 2 3 4 5');
const www = record(`www.${zone}`, 'A', '192.0.2.1');
const inner = record(`gyomu-db.${zone}`, 'A', '192.0.2.7');
const hidden = record(`www.${zone}`, 'A', '10.1.2.3');
const dmarc = record(`_dmarc.${zone}`, 'TXT', 'v=DMARC1; p=none');
const aa = { aa: true };
const owned = question('soa', dnsAnswer({ flags: aa, answers: [soa] }));
const notOwned = question('soa', dnsAnswer({ rcode: 5 }));

type Answer = Parameters<typeof question>[1];
const server = (answer: Answer) => buildServerDns([owned, question('axfr', answer, { transport: 'tcp' })]);
const given = (...answers: ReturnType<typeof record>[]) => server(dnsAnswer({ flags: aa, answers }));

test.each([
  ['a whole zone with a name of the office', given(soa, www, inner, soa), 'high verified'],
  ['a private address behind a public name', given(soa, hidden, soa), 'high verified'],
  ['broken off at the proof', given(soa, inner), 'high verified'],
  ['only names that are public anyway', given(soa, www, dmarc, soa), 'medium verified'],
  ['an empty zone, but given away', given(soa, soa), 'medium verified'],
  ['a whole zone without AA', server(dnsAnswer({ answers: [soa, inner, soa] })), 'high verified'],
  ['a part without AA', server(dnsAnswer({ answers: [soa, inner] })), 'high inferred'],
  ['REFUSED', server(dnsAnswer({ rcode: 5 })), 'safe'],
  ['NOTAUTH', server(dnsAnswer({ rcode: 9 })), 'safe'],
  ['NOTIMP', server(dnsAnswer({ rcode: 4 })), 'safe'],
  ['NOERROR and nothing', server(dnsAnswer({ flags: aa })), 'safe'],
  ['TCP refused', server(no), 'safe'],
  ['the SOA alone', given(soa), 'undetermined: garbled'],
  ['records that do not begin with the SOA', given(www, inner), 'undetermined: garbled'],
  ['SERVFAIL', server(dnsAnswer({ rcode: 2 })), 'undetermined: rcode-2'],
  ['closed without a word', server(unknown('closed')), 'undetermined: closed'],
  ['silence', server(unknown('timeout')), 'undetermined: timeout'],
  ['TCP not in the order', server(unknown('not-attempted')), 'undetermined: not-attempted'],
  ['not responsible for the zone', buildServerDns([notOwned]), 'not-applicable'],
  [
    'whether it is responsible is not known',
    buildServerDns([question('soa', unknown('timeout'))]),
    'undetermined: timeout',
  ],
  ['no zone in the order', buildServerDns([]), 'not-applicable'],
  ['evidence about a domain', buildDomainDns([owned]), 'not-applicable'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(axfr, evidence)).toBe(outcome);
});

describe('the same by way of the differences (IXFR)', () => {
  const both = (ixfr: Answer) =>
    buildServerDns([
      owned,
      question('axfr', dnsAnswer({ rcode: 5 }), { transport: 'tcp' }),
      question('ixfr', ixfr, { transport: 'tcp', type: 'IXFR' }),
    ]);

  test.each([
    [
      'the whole zone, while AXFR is refused',
      dnsAnswer({ flags: aa, answers: [soa, inner, soa] }),
      'high verified',
    ],
    ['the SOA alone: nothing newer', dnsAnswer({ flags: aa, answers: [soa] }), 'safe'],
    ['REFUSED', dnsAnswer({ rcode: 5 }), 'safe'],
    ['NOTIMP', dnsAnswer({ rcode: 4 }), 'safe'],
    ['silence', unknown('timeout'), 'undetermined: timeout'],
  ])('%s → its verdict', (_, answer, outcome) => {
    expect(outcomeOf(axfr, both(answer))).toBe(outcome);
  });
});

test('two zones, one open → the open one is named', () => {
  const other = { name: 'town.example.jp', transport: 'tcp' as const };
  const evidence = buildServerDns([
    question('axfr', dnsAnswer({ rcode: 5 }), { transport: 'tcp' }),
    question('axfr', dnsAnswer({ flags: aa, answers: [soa, inner] }), other),
  ]);
  expect(verdictOf(axfr, evidence)).toMatchObject({
    place: 'town.example.jp',
    proof: [{ pointer: '/questions/1/answer/value/answers' }],
  });
});

test('two zones, one refused, one silent → undetermined', () => {
  const evidence = buildServerDns([
    question('axfr', dnsAnswer({ rcode: 5 })),
    question('axfr', unknown('timeout')),
  ]);
  expect(outcomeOf(axfr, evidence)).toBe('undetermined: timeout');
});
