import { describe, expect, test } from 'vitest';
import { dnsAnswer, record } from '../../evidence/dns-answers/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { query0x20 } from './0x20.ts';
import { aaaaBehaviour } from './aaaa-behaviour.ts';
import { lame } from './lame.ts';
import { multipleSoa } from './multiple-soa.ts';
import { notAuthoritative } from './not-authoritative.ts';
import { qnameCase } from './qname-case.ts';
import { referralSizeOver512 } from './referral-size-over-512.ts';
import { soaMissing } from './soa-missing.ts';
import { upwardReferral } from './upward-referral.ts';
import { buildZone, type Changes, none, own, soaData, wire, zone } from './zone.fixture.ts';

const soa = record(zone, 'SOA', soaData);
const root = record('.', 'NS', 'a.root-servers.net');
const outcome = (check: Check, changes: Changes) => outcomeOf(check, buildZone(changes));

describe('who serves the zone', () => {
  test.each<[string, Check, Changes, string]>([
    ['REFUSED', lame, { 'reach@ns2': dnsAnswer({ rcode: 5 }) }, 'medium verified'],
    ['NOTAUTH', lame, { 'reach@ns2': dnsAnswer({ rcode: 9 }) }, 'medium verified'],
    ['a referral to the root', lame, { 'reach@ns2': dnsAnswer({ authority: [root] }) }, 'medium verified'],
    ['SERVFAIL, perhaps for a moment', lame, { 'reach@ns2': dnsAnswer({ rcode: 2 }) }, 'medium inferred'],
    ['FORMERR', lame, { 'reach@ns2': dnsAnswer({ rcode: 1 }) }, 'undetermined: rcode-1'],
    ['an SOA without AA', lame, { 'reach@ns2': dnsAnswer({ answers: [soa] }) }, 'safe'],
    ['an SOA with AA', lame, {}, 'safe'],
    ['no answer of the server at all', lame, { 'reach@ns2': unknown('timeout') }, 'undetermined: no-answer'],
    [
      'an SOA without AA',
      notAuthoritative,
      { 'reach@ns1': dnsAnswer({ answers: [soa] }) },
      'medium verified',
    ],
    ['REFUSED', notAuthoritative, { 'reach@ns1': dnsAnswer({ rcode: 5 }) }, 'safe'],
    ['AA everywhere', notAuthoritative, {}, 'safe'],
    [
      'the root in the authority section',
      upwardReferral,
      { 'root-referral': dnsAnswer({ authority: [root] }) },
      'low verified',
    ],
    ['a server of the root zone', upwardReferral, { 'root-referral': own(root) }, 'safe'],
    [
      'a resolver',
      upwardReferral,
      { 'root-referral': dnsAnswer({ flags: { ra: true }, answers: [root] }) },
      'safe',
    ],
    ['REFUSED', upwardReferral, {}, 'safe'],
    ['silence', upwardReferral, { 'root-referral': unknown('timeout') }, 'undetermined: timeout'],
    ['AA and no SOA', soaMissing, { soa: none() }, 'medium verified'],
    ['REFUSED', soaMissing, { soa: dnsAnswer({ rcode: 5 }) }, 'not-applicable'],
    ['SOA', soaMissing, {}, 'safe'],
    ['two SOA', multipleSoa, { 'soa@ns1': own(soa, record(zone, 'SOA', 'a b 1 2 3 4 5')) }, 'low verified'],
    ['one SOA', multipleSoa, {}, 'safe'],
    ['none', multipleSoa, { soa: none() }, 'not-applicable'],
  ])('%s: → its verdict', (_, check, changes, expected) => {
    expect(outcome(check, changes)).toBe(expected);
  });

  test('one server of two is lame → it is named, with its address', () => {
    const verdict = verdictOf(lame, buildZone({ 'reach@ns2': dnsAnswer({ rcode: 5 }) }));
    expect(verdict).toMatchObject({ place: `ns2.${zone}/198.51.100.1` });
  });
});

describe('letter case, IPv6, sizes', () => {
  const echoed = (name: string) => ({ ...own(soa), raw: `${'00'.repeat(12)}${wire(name)}00060001` });
  const mixed = 'CiTy.eXaMpLe.jP';

  test.each<[string, Check, Changes, string]>([
    ['small letters come back', qnameCase, { 'qname-case': echoed(zone) }, 'info verified'],
    ['the same letters come back', qnameCase, { 'qname-case': echoed(mixed) }, 'safe'],
    ['raw bytes cut off', qnameCase, { 'qname-case': { ...own(soa), raw: '0000' } }, 'info verified'],
    ['silence', qnameCase, { 'qname-case': unknown('timeout') }, 'undetermined: timeout'],
    ['NXDOMAIN for mixed case', query0x20, { 'qname-case': none(3) }, 'low verified'],
    ['silence for mixed case', query0x20, { 'qname-case': unknown('timeout') }, 'low inferred'],
    ['garbled', query0x20, { 'qname-case': unknown('garbled') }, 'undetermined: garbled'],
    ['the same answer', query0x20, {}, 'safe'],
    ['nothing to compare with', query0x20, { edns: dnsAnswer({ rcode: 5 }) }, 'not-applicable'],
    ['NXDOMAIN for AAAA', aaaaBehaviour, { aaaa: none(3) }, 'low verified'],
    ['NOTIMP for AAAA', aaaaBehaviour, { 'aaaa@ns1': dnsAnswer({ rcode: 4 }) }, 'low verified'],
    ['silence for AAAA', aaaaBehaviour, { aaaa: unknown('timeout') }, 'low inferred'],
    ['no AAAA, but the name exists', aaaaBehaviour, {}, 'safe'],
    ['no A either', aaaaBehaviour, { address: none(), aaaa: none(3) }, 'not-applicable'],
    [
      'a referral of 600 octets',
      referralSizeOver512,
      { referral: { ...dnsAnswer({ authority: [record(zone, 'NS', 'a.b')] }), responseBytes: 600 } },
      'info verified',
    ],
    ['a short referral', referralSizeOver512, {}, 'safe'],
    ['no referral', referralSizeOver512, { referral: unknown('timeout') }, 'undetermined: no-answer'],
  ])('%s: → its verdict', (_, check, changes, expected) => {
    expect(outcome(check, changes)).toBe(expected);
  });
});
