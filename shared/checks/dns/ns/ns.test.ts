import { describe, expect, test } from 'vitest';
import { buildDomainDns, dnsAnswer, question, record } from '../../../evidence/dns-answers/build.fixture.ts';
import { unknown } from '../../../model/observed.ts';
import type { Check } from '../../check.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { danglingNs } from '../dangling-ns.ts';
import { buildZone, type Changes, own, zone } from '../zone.fixture.ts';
import { nsCname } from './cname.ts';
import { nsCountBelow2 } from './count-below-2.ts';
import { nsGlueMismatch } from './glue-mismatch.ts';
import { nsMissingInChild } from './missing-in-child.ts';
import { nsParentChildNsMismatch } from './parent-child-ns-mismatch.ts';
import { nsPrivateAddress } from './private-address.ts';
import { nsPtrMismatch } from './ptr-mismatch.ts';
import { nsPtrMissing } from './ptr-missing.ts';
import { nsSame24 } from './same-24.ts';
import { nsSameIp } from './same-ip.ts';
import { nsUnresolvable } from './unresolvable.ts';

const ns = (...names: string[]) => names.map((name) => record(zone, 'NS', name));
const [first, second, third] = ['ns1', 'ns2', 'ns3'].map((name) => `${name}.${zone}`) as [
  string,
  string,
  string,
];
const delegated = (names: string[], glue: [string, string][] = []) =>
  dnsAnswer({
    authority: ns(...names),
    additional: glue.map(([name, address]) => record(name, 'A', address)),
  });
const silent = unknown('timeout');

describe('the delegation', () => {
  test.each<[string, Check, Changes, string]>([
    [
      'one name everywhere',
      nsCountBelow2,
      { referral: delegated([first]), ns: own(...ns(first)) },
      'medium verified',
    ],
    ['one at the parent, two in the zone', nsCountBelow2, { referral: delegated([first]) }, 'safe'],
    ['nobody told', nsCountBelow2, { referral: silent, ns: silent }, 'undetermined: no-answer'],
    [
      'two names, one address',
      nsSameIp,
      {
        'server-address': null,
        referral: delegated(
          [first, second],
          [
            [first, '192.0.2.1'],
            [second, '192.0.2.1'],
          ],
        ),
      },
      'medium verified',
    ],
    ['two names, two addresses', nsSameIp, {}, 'safe'],
    [
      'a server that the parent does not know',
      nsParentChildNsMismatch,
      { ns: own(...ns(first, second, third)) },
      'low verified',
    ],
    [
      'a server that only the parent knows',
      nsParentChildNsMismatch,
      { referral: delegated([first, second, third]) },
      'safe',
    ],
    [
      'the same, seen from the other side',
      nsMissingInChild,
      { referral: delegated([first, second, third]) },
      'low verified',
    ],
    ['a server that only the zone knows', nsMissingInChild, { ns: own(...ns(first, second, third)) }, 'safe'],
    ['other letter case', nsMissingInChild, { referral: delegated([first.toUpperCase(), second]) }, 'safe'],
    ['the parent is silent', nsMissingInChild, { referral: silent }, 'undetermined: no-answer'],
    ['NS without AA', nsMissingInChild, { ns: dnsAnswer({ answers: ns(first) }) }, 'undetermined: no-answer'],
    [
      'old glue',
      nsGlueMismatch,
      { referral: delegated([first, second], [[first, '203.0.113.9']]) },
      'medium verified',
    ],
    [
      'one glue of two is right',
      nsGlueMismatch,
      { referral: delegated([first], [[first, '192.0.2.1']]) },
      'safe',
    ],
    ['no glue', nsGlueMismatch, { referral: delegated([first, second]) }, 'not-applicable'],
    ['the zone does not say its addresses', nsGlueMismatch, { 'server-address': silent }, 'not-applicable'],
    [
      'an alias',
      nsCname,
      { 'server-address': own(record(first, 'CNAME', 'ns.hoster.example')) },
      'low verified',
    ],
    ['addresses', nsCname, {}, 'safe'],
    ['silence', nsCname, { 'server-address': silent }, 'undetermined: no-answer'],
    [
      'a private address in the zone',
      nsPrivateAddress,
      { address: own(record(zone, 'A', '10.1.2.3')) },
      'medium verified',
    ],
    ['127.0.0.1', nsPrivateAddress, { address: own(record(zone, 'A', '127.0.0.1')) }, 'medium verified'],
    [
      'unique local IPv6',
      nsPrivateAddress,
      { aaaa: own(record(zone, 'AAAA', 'fd00::1')) },
      'medium verified',
    ],
    ['documentation addresses', nsPrivateAddress, {}, 'safe'],
  ])('%s → its verdict', (_, check, changes, expected) => {
    expect(outcomeOf(check, buildZone(changes))).toBe(expected);
  });

  test('two networks → safe; one network → inferred, it may be anycast', () => {
    expect(outcomeOf(nsSame24, buildZone())).toBe('safe');
    const evidence = buildZone();
    const servers = evidence.data.servers.map((each) => ({
      ...each,
      server: each.server.replace('198.51.100.1', '192.0.2.9'),
    }));
    const questions = evidence.data.questions.map((each) => ({
      ...each,
      server: each.server.replace('198.51.100.1', '192.0.2.9'),
    }));
    expect(outcomeOf(nsSame24, { ...evidence, data: { ...evidence.data, servers, questions } })).toBe(
      'low inferred',
    );
  });

  test('what the parent does not know → named', () => {
    expect(
      verdictOf(nsParentChildNsMismatch, buildZone({ ns: own(...ns(first, second, third)) })),
    ).toMatchObject({ place: third });
  });
});

describe('what the resolver says about the name servers', () => {
  const registrySoa = record('jp', 'SOA', 'z.dns.jp root.dns.jp 1 2 3 4 5');
  const address = (answer: Parameters<typeof question>[1]) =>
    buildDomainDns([question('ns-address', answer, { name: 'ns.gone.jp', type: 'A' })]);
  const pointer = (answer: Parameters<typeof question>[1]) =>
    buildDomainDns([
      question('ns-address', dnsAnswer({ answers: [record('ns1.city.example.jp', 'A', '192.0.2.1')] }), {
        name: first,
      }),
      question('ns-ptr', answer, { name: '1.2.0.192.in-addr.arpa', type: 'PTR' }),
    ]);
  const named = (name: string) => dnsAnswer({ answers: [record('1.2.0.192.in-addr.arpa', 'PTR', name)] });

  test.each([
    [
      'NXDOMAIN, said by the registry',
      dnsAnswer({ rcode: 3, authority: [registrySoa] }),
      'critical verified',
    ],
    [
      'NXDOMAIN, said by go.jp',
      dnsAnswer({ rcode: 3, authority: [record('go.jp', 'SOA', 'a b 1 2 3 4 5')] }),
      'critical verified',
    ],
    [
      'NXDOMAIN inside a domain that exists',
      dnsAnswer({ rcode: 3, authority: [record('gone.jp', 'SOA', 'a b 1 2 3 4 5')] }),
      'safe',
    ],
    ['NXDOMAIN without SOA', dnsAnswer({ rcode: 3 }), 'safe'],
    ['an address', dnsAnswer({ answers: [record('ns.gone.jp', 'A', '192.0.2.1')] }), 'safe'],
    ['SERVFAIL', dnsAnswer({ rcode: 2 }), 'safe'],
    ['silence', silent, 'undetermined: no-answer'],
  ])('dns.dangling-ns: %s → %s', (_, answer, expected) => {
    expect(outcomeOf(danglingNs, address(answer))).toBe(expected);
  });

  test.each([
    ['no such record', dnsAnswer(), 'medium verified'],
    [
      'NXDOMAIN inside a domain that exists',
      dnsAnswer({ rcode: 3, authority: [record('gone.jp', 'SOA', 'a b 1 2 3 4 5')] }),
      'medium verified',
    ],
    [
      'a domain that nobody holds, which is another finding',
      dnsAnswer({ rcode: 3, authority: [registrySoa] }),
      'safe',
    ],
    ['an address', dnsAnswer({ answers: [record('ns.gone.jp', 'AAAA', '2001:db8::1')] }), 'safe'],
    ['SERVFAIL', dnsAnswer({ rcode: 2 }), 'undetermined: no-answer'],
    ['silence', silent, 'undetermined: no-answer'],
  ])('dns.ns.unresolvable: %s → %s', (_, answer, expected) => {
    expect(outcomeOf(nsUnresolvable, address(answer))).toBe(expected);
  });

  test('dns.ns.unresolvable: no A, and whether there is an AAAA is not known → undetermined is not accused', () => {
    const evidence = buildDomainDns([
      question('ns-address', dnsAnswer(), { name: 'ns.gone.jp', type: 'A' }),
      question('ns-address', silent, { name: 'ns.gone.jp', type: 'AAAA' }),
    ]);
    expect(outcomeOf(nsUnresolvable, evidence)).toBe('undetermined: no-answer');
  });

  test.each([
    ['NXDOMAIN', nsPtrMissing, dnsAnswer({ rcode: 3 }), 'info verified'],
    ['no PTR', nsPtrMissing, dnsAnswer(), 'info verified'],
    ['a PTR', nsPtrMissing, named(first), 'safe'],
    ['SERVFAIL', nsPtrMissing, dnsAnswer({ rcode: 2 }), 'undetermined: no-answer'],
    ['another name', nsPtrMismatch, named('host-1.isp.example'), 'info verified'],
    ['its name', nsPtrMismatch, named(first.toUpperCase()), 'safe'],
    ['no PTR, which is another finding', nsPtrMismatch, dnsAnswer({ rcode: 3 }), 'safe'],
    ['silence', nsPtrMismatch, silent, 'undetermined: no-answer'],
  ])('%s → its verdict', (_, check, answer, expected) => {
    expect(outcomeOf(check, pointer(answer))).toBe(expected);
  });
});
