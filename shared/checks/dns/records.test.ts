import { describe, expect, test } from 'vitest';
import {
  buildDomainDns,
  buildServerDns,
  dnsAnswer,
  question,
  record,
} from '../../evidence/dns-answers/build.fixture.ts';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { anyAmplify } from './any-amplify.ts';
import { dotDohExposed } from './dot-doh-exposed.ts';
import { llmnrExposed } from './llmnr-exposed.ts';
import { mdnsExposed } from './mdns-exposed.ts';
import { amplification } from './resolver/amplification.ts';
import { subdomainFoundInternal } from './subdomain-found-internal.ts';
import { ttlLong } from './ttl-long.ts';
import { ttlShort } from './ttl-short.ts';
import { wildcard } from './wildcard.ts';
import { buildZone, type Changes, none, own, zone } from './zone.fixture.ts';

const a = (ttl: number) => own({ ...record(zone, 'A', '192.0.2.80'), ttl });
const types = (...names: string[]) => own(...names.map((type) => record(zone, type, 'x')));
const large = (bytes: number, tc = false) => ({
  ...own(),
  flags: { ...own().flags, tc },
  requestBytes: 40,
  responseBytes: bytes,
});

test.each<[string, Check, Changes, string]>([
  ['any name gets an address', wildcard, { absent: own(record('x', 'A', '192.0.2.1')) }, 'info verified'],
  ['NXDOMAIN', wildcard, {}, 'safe'],
  ['no such record', wildcard, { absent: none() }, 'safe'],
  ['SERVFAIL', wildcard, { absent: dnsAnswer({ rcode: 2 }) }, 'undetermined: rcode-2'],
  ['one minute', ttlShort, { address: a(60) }, 'info verified'],
  ['an hour', ttlShort, {}, 'safe'],
  ['a month', ttlLong, { address: a(2_592_000) }, 'info verified'],
  ['an hour', ttlLong, {}, 'safe'],
  [
    'five kinds of records',
    anyAmplify,
    { 'any-size': types('SOA', 'NS', 'MX', 'A', 'TXT') },
    'info verified',
  ],
  ['one kind with its signature', anyAmplify, { 'any-size': types('SOA', 'RRSIG') }, 'safe'],
  ['HINFO alone', anyAmplify, { 'any-size': types('HINFO') }, 'safe'],
  ['silence to ANY', anyAmplify, { 'any-size': unknown('timeout') }, 'undetermined: timeout'],
  ['DNSKEY of 1800 octets', amplification, { 'dnskey-size': large(1800) }, 'medium verified'],
  ['DNSKEY of 900 octets', amplification, { 'dnskey-size': large(900) }, 'safe'],
  ['TXT of 2000 octets', amplification, { 'txt-size': large(2000) }, 'medium verified'],
  ['TXT, cut', amplification, { 'txt-size': large(2000, true) }, 'safe'],
])('%s → its verdict', (_, check, changes, expected) => {
  expect(outcomeOf(check, buildZone(changes))).toBe(expected);
});

describe('dns.subdomain-found-internal', () => {
  const domain = 'city.example.jp';
  const about = (purpose: 'mx' | 'spf', type: string, data: string) =>
    buildDomainDns([question(purpose, dnsAnswer({ answers: [record(domain, type, data)] }))]);

  test.each([
    ['MX to a fileserver', about('mx', 'MX', `10 fileserver.${domain}`), 'info inferred'],
    ['SPF with a test server', about('spf', 'TXT', `v=spf1 a:test2.${domain} -all`), 'info inferred'],
    ['MX to mail', about('mx', 'MX', `10 mail.${domain}`), 'safe'],
    ['a contest is no test', about('mx', 'MX', `10 contest.${domain}`), 'safe'],
    ['somebody else’s test server', about('mx', 'MX', '10 test.hoster.example'), 'safe'],
    ['silence', buildDomainDns([question('mx', unknown('timeout'))]), 'undetermined: no-answer'],
  ])('%s → %s', (_, evidence, expected) => {
    expect(outcomeOf(subdomainFoundInternal, evidence)).toBe(expected);
  });
});

describe('services that do not belong on the Internet', () => {
  const mdns = (answer: Parameters<typeof question>[1]) =>
    buildServerDns([question('mdns', answer)], { port: 5353 });

  test.each([
    ['an answer', mdns(dnsAnswer()), 'medium verified'],
    ['a closed port', mdns(no), 'safe'],
    ['silence', mdns(unknown('timeout')), 'undetermined: timeout'],
    ['not asked', buildServerDns([]), 'not-applicable'],
  ])('mDNS: %s → %s', (_, evidence, expected) => {
    expect(outcomeOf(mdnsExposed, evidence)).toBe(expected);
  });

  test('LLMNR: an answer → accused; a closed port → safe', () => {
    expect(outcomeOf(llmnrExposed, buildServerDns([question('llmnr', dnsAnswer())], { port: 5355 }))).toBe(
      'medium verified',
    );
    expect(outcomeOf(llmnrExposed, buildServerDns([question('llmnr', no)], { port: 5355 }))).toBe('safe');
  });

  test.each([
    ['TLS on port 853', [openPort(853, { name: 'domain', tunnel: 'ssl' })], 'info verified'],
    ['port 853 open, nothing known of it', [openPort(853, null)], 'info inferred'],
    ['port 853 closed', [openPort(853, null, { state: 'closed' })], 'safe'],
    ['port 53 alone', [openPort(53, null)], 'safe'],
  ])('DNS over TLS: %s → %s', (_, ports, expected) => {
    expect(outcomeOf(dotDohExposed, buildPorts({ ports }))).toBe(expected);
  });

  test('DNS over TLS: not all ports were seen → undetermined', () => {
    expect(outcomeOf(dotDohExposed, buildPorts({ ports: [], complete: false }))).toBe(
      'undetermined: ports-incomplete',
    );
  });
});
