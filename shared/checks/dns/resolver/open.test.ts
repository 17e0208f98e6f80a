import { describe, expect, test } from 'vitest';
import {
  buildDomainDns,
  buildServerDns,
  dnsAnswer,
  question,
  record,
} from '../../../evidence/dns-answers/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { openResolver } from './open.ts';

const rootSoa = record('.', 'SOA', 'ns.root root 1 2 3 4 5');
const ra = { ra: true };
const denied = dnsAnswer({ rcode: 3, flags: ra, authority: [rootSoa] });
const resolved = dnsAnswer({ flags: ra, answers: [record('x.example', 'A', '192.0.2.9')] });
const nodata = dnsAnswer({ flags: ra, authority: [rootSoa] });
const claimed = dnsAnswer({ rcode: 3, flags: ra });
const failed = dnsAnswer({ rcode: 2, flags: ra });
const refused = dnsAnswer({ rcode: 5 });
const refusedWithRa = dnsAnswer({ rcode: 5, flags: ra });
const referral = dnsAnswer({ authority: [record('example', 'NS', 'ns.example')] });
const upward = dnsAnswer({ flags: ra, authority: [record('.', 'NS', 'a.root-servers.net')] });
const ownDenied = dnsAnswer({ rcode: 3, flags: { aa: true }, authority: [rootSoa] });
const ownDeniedWithRa = dnsAnswer({ rcode: 3, flags: { aa: true, ra: true }, authority: [rootSoa] });
const empty = dnsAnswer();
const silent = unknown('timeout');

type Answer = Parameters<typeof question>[1];
const pair = (first: Answer, second: Answer) =>
  buildServerDns([question('recursion', first), question('recursion-control', second)]);

describe('dns.resolver.open', () => {
  test.each([
    ['NXDOMAIN with the SOA of the root, twice', denied, denied, 'high verified'],
    ['an address, twice', resolved, resolved, 'high verified'],
    ['no such record with an SOA, twice', nodata, denied, 'high verified'],
    ['NXDOMAIN with RA and no SOA, twice', claimed, claimed, 'high inferred'],
    ['SERVFAIL with RA, twice: tried and failed', failed, failed, 'high inferred'],
    ['resolved once, failed once', denied, failed, 'high inferred'],
    ['resolved once, silent once', denied, silent, 'high inferred'],
    ['resolved once, its own zone once', ownDeniedWithRa, denied, 'high inferred'],
    ['REFUSED, twice', refused, refused, 'safe'],
    ['REFUSED with RA, twice', refusedWithRa, refusedWithRa, 'safe'],
    ['a referral, twice', referral, referral, 'safe'],
    ['an upward referral with RA, twice', upward, upward, 'safe'],
    ['empty answers without RA', empty, empty, 'safe'],
    ['a server of the root zone: AA, twice', ownDenied, ownDenied, 'safe'],
    ['AA for one, a refusal for the other', ownDenied, refused, 'safe'],
    ['RA and AA for one, a refusal for the other', ownDeniedWithRa, refused, 'safe'],
    ['RA and AA, twice', ownDeniedWithRa, ownDeniedWithRa, 'undetermined: responsible-for-the-control-names'],
    ['resolved once, refused once', denied, refused, 'undetermined: answers-disagree'],
    ['SERVFAIL once, refused once', failed, refused, 'undetermined: answers-disagree'],
    ['SERVFAIL once, silent once', failed, silent, 'undetermined: timeout'],
    ['refused once, silent once', refused, silent, 'undetermined: timeout'],
    ['silence', silent, silent, 'undetermined: timeout'],
    ['reset', unknown('reset'), unknown('reset'), 'undetermined: reset'],
    ['garbled', unknown('garbled'), unknown('not-attempted'), 'undetermined: garbled'],
    ['nobody there', no, no, 'not-applicable'],
  ])('%s → its verdict', (_, first, second, outcome) => {
    expect(outcomeOf(openResolver, pair(first, second))).toBe(outcome);
  });

  test('one name only → undetermined', () => {
    expect(outcomeOf(openResolver, buildServerDns([question('recursion', denied)]))).toBe(
      'undetermined: no-control',
    );
  });

  test('evidence about a domain → not applicable', () => {
    expect(outcomeOf(openResolver, buildDomainDns([question('soa', resolved)]))).toBe('not-applicable');
  });
});
