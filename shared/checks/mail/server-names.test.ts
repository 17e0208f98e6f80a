import { expect, test } from 'vitest';
import { dnsAnswer, question, record } from '../../evidence/dns-answers/build.fixture.ts';
import type { DnsAnswer } from '../../evidence/dns-answers/schema.ts';
import { buildHostDns } from '../../evidence/host-dns/build.fixture.ts';
import { buildSmtpDialog, reply } from '../../evidence/smtp-dialog/build.fixture.ts';
import { type Observed, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { fcrdns } from './fcrdns.ts';
import { heloPrivate } from './helo-private.ts';
import { hostnameMismatch } from './hostname-mismatch.ts';
import { ptrMissing } from './ptr-missing.ts';

const host = '203.0.114.5';
const reversed = '5.114.0.203.in-addr.arpa';
type Answer = DnsAnswer | Observed<DnsAnswer>;

const pointsTo = (...names: string[]) =>
  dnsAnswer({ answers: names.map((name) => record(reversed, 'PTR', name)) });
const addressed = (...addresses: string[]) =>
  dnsAnswer({ answers: addresses.map((address) => record('mx.city.example.jp', 'A', address)) });
const absent = dnsAnswer({ rcode: 3 });

function dns(ptr: Answer, back?: Answer) {
  const about = { name: reversed, type: 'PTR', server: '192.0.2.53#53' };
  const forward = { name: 'mx.city.example.jp', type: 'A', server: '192.0.2.53#53' };
  return buildHostDns([
    question('ptr', ptr, about),
    ...(back === undefined ? [] : [question('ptr-address', back, forward)]),
  ]);
}

function called(name: string, endpoint: Parameters<typeof buildSmtpDialog>[1] = {}) {
  return buildSmtpDialog(
    { banner: reply(220, `${name} ESMTP`), ehlo: reply(250, name, 'STARTTLS'), ehloInTls: reply(250, name) },
    { host, ...endpoint },
  );
}

const mx = called('mx.city.example.jp');
const good = dns(pointsTo('mx.city.example.jp.'), addressed(host));
const turnedAway = buildSmtpDialog({ banner: reply(554, 'mx.other.example no') }, { host });
const unheard = buildSmtpDialog({ banner: unknown('timeout') }, { host });

test.each([
  ['a PTR', mx, good, 'safe'],
  ['a port for clients', called('mx.city.example.jp', { port: 587 }), dns(absent), 'not-applicable'],
  ['an address of a private network', called('mx.x.jp', { host: '10.0.0.5' }), dns(absent), 'not-applicable'],
  ['no answer', mx, dns(unknown('timeout')), 'undetermined: timeout'],
  ['a failure', mx, dns(dnsAnswer({ rcode: 2 })), 'undetermined: rcode-2'],
  ['nobody asked', mx, buildHostDns([]), 'undetermined: not-attempted'],
  ['a server never heard', unheard, dns(absent), 'undetermined: timeout'],
  ['no such name', mx, dns(absent), 'low verified'],
  ['the name without a PTR', mx, dns(dnsAnswer()), 'low verified'],
])('ptr-missing: %s → %s', (_, mail, answers, outcome) => {
  expect(outcomeOf(ptrMissing, mail, answers)).toBe(outcome);
});

test.each([
  ['there and back', mx, good, 'safe'],
  ['back to several', mx, dns(pointsTo('mx.city.example.jp'), addressed('192.0.2.9', host)), 'safe'],
  ['no PTR', mx, dns(absent), 'not-applicable'],
  ['a port for clients', called('mx.city.example.jp', { port: 465 }), good, 'not-applicable'],
  [
    'the way back is silent',
    mx,
    dns(pointsTo('mx.city.example.jp'), unknown('timeout')),
    'undetermined: timeout',
  ],
  ['the way back was not asked', mx, dns(pointsTo('mx.city.example.jp')), 'undetermined: not-attempted'],
  [
    'one of two names was not asked',
    mx,
    dns(pointsTo('mx.city.example.jp', 'b.example.jp'), addressed('192.0.2.9')),
    'undetermined: not-attempted',
  ],
  ['elsewhere', mx, dns(pointsTo('mx.city.example.jp'), addressed('192.0.2.9')), 'low verified'],
  ['nowhere', mx, dns(pointsTo('mx.city.example.jp'), absent), 'low verified'],
])('fcrdns: %s → %s', (_, mail, answers, outcome) => {
  expect(outcomeOf(fcrdns, mail, answers)).toBe(outcome);
});

test.each([
  ['mx.city.example.jp', 'safe'],
  ['[203.0.114.5]', 'safe'],
  ['localhost.city.example.jp', 'safe'],
  ['local.example.jp', 'safe'],
  ['ESMTP', 'safe'],
  ['10.0.0.1.example.jp', 'safe'],
  ['localhost', 'info verified'],
  ['localhost.localdomain', 'info verified'],
  ['SRV01.city.local', 'info verified'],
  ['mail.home.arpa', 'info verified'],
  ['[10.1.2.3]', 'info verified'],
  ['[IPv6:fd00::1]', 'info verified'],
])('helo-private: %s → %s', (name, outcome) => {
  expect(outcomeOf(heloPrivate, called(name))).toBe(outcome);
});

test.each([
  ['turned away', turnedAway, 'undetermined: blocked'],
  ['never heard', unheard, 'undetermined: timeout'],
  ['seen from within', called('srv.city.local', { host: '192.168.1.5' }), 'not-applicable'],
])('helo-private: %s → %s', (_, mail, outcome) => {
  expect(outcomeOf(heloPrivate, mail)).toBe(outcome);
});

test.each([
  ['the name of the PTR', mx, good, 'safe'],
  ['another case', called('MX.City.Example.JP'), good, 'safe'],
  ['one server of a cluster', called('mx17.city.example.jp'), good, 'safe'],
  ['the name that was asked for', mx, dns(pointsTo('host5.isp.example')), 'safe'],
  ['a name of the inside', called('srv.city.local'), good, 'not-applicable'],
  ['no name', called('ESMTP'), good, 'not-applicable'],
  ['a port for clients', called('mx.other.example', { port: 587 }), good, 'not-applicable'],
  ['turned away', turnedAway, good, 'undetermined: blocked'],
  ['no answer', called('mx.other.example'), dns(unknown('timeout')), 'undetermined: timeout'],
  ['neither name nor PTR', called('mx.other.example', { name: null }), dns(absent), 'undetermined: no-name'],
  ['another body', called('mx.other.example'), good, 'info verified'],
  [
    'another body under the same registry',
    called('mail.lg.jp', { name: 'mx.lg.jp' }),
    dns(absent),
    'info verified',
  ],
])('hostname-mismatch: %s → %s', (_, mail, answers, outcome) => {
  expect(outcomeOf(hostnameMismatch, mail, answers)).toBe(outcome);
});
