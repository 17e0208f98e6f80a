import { describe, expect, test } from 'vitest';
import {
  buildDomainDns,
  buildServerDns,
  dnsAnswer,
  question,
  record,
} from '../../evidence/dns-answers/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { hostnameBind } from './hostname-bind.ts';
import { idServer } from './id-server.ts';
import { nsid } from './nsid.ts';
import { resolverCacheSnoop } from './resolver/cache-snoop.ts';
import { versionBind } from './version-bind.ts';
import { buildZone, type Changes } from './zone.fixture.ts';

const told = (text: string) => dnsAnswer({ answers: [record('hostname.bind', 'TXT', text)] });
const option = (code: number, data: string) =>
  dnsAnswer({ edns: { version: 0, flags: 0, payload: 1232, options: [{ code, data }] } });

describe('what a server tells about itself', () => {
  test.each<[string, Check, Changes, string]>([
    ['a host name', hostnameBind, { 'hostname-bind': told('dns01.city.local') }, 'info verified'],
    ['“none”', hostnameBind, { 'hostname-bind': told('none') }, 'safe'],
    ['an empty text', hostnameBind, { 'hostname-bind': told('') }, 'safe'],
    ['REFUSED', hostnameBind, {}, 'safe'],
    [
      'silence of one server',
      hostnameBind,
      { 'hostname-bind@ns2': unknown('timeout') },
      'undetermined: timeout',
    ],
    ['an identity', idServer, { 'id-server': told('osaka-1') }, 'info verified'],
    ['a dash', idServer, { 'id-server': told('-') }, 'safe'],
    ['nothing asked', idServer, { 'id-server': null }, 'not-applicable'],
    ['NSID with a name', nsid, { nsid: option(3, '6e7331') }, 'info verified'],
    ['NSID that is empty', nsid, { nsid: option(3, '') }, 'safe'],
    ['another option', nsid, { nsid: option(10, 'aabb') }, 'safe'],
    ['no OPT', nsid, { nsid: dnsAnswer() }, 'safe'],
    ['garbled', nsid, { nsid: unknown('garbled') }, 'undetermined: garbled'],
  ])('%s → its verdict', (_, check, changes, expected) => {
    expect(outcomeOf(check, buildZone(changes))).toBe(expected);
  });

  test('a version at one of two servers → that server is the place', () => {
    expect(verdictOf(versionBind, buildZone({ 'version-bind@ns1': told('9.18.28-Debian') }))).toMatchObject({
      place: 'ns1.city.example.jp/192.0.2.1',
    });
  });

  test('a host of the order → the finding names it anyway, so there is no narrower place', () => {
    const evidence = buildServerDns([question('hostname-bind', told('dns01'))]);
    expect(verdictOf(hostnameBind, evidence)).not.toHaveProperty('place');
  });
});

describe('dns.resolver.cache-snoop', () => {
  const held = dnsAnswer({ flags: { ra: true }, answers: [record('www.example.com', 'A', '192.0.2.9')] });
  const open = dnsAnswer({ flags: { ra: true }, authority: [record('com', 'NS', 'a.gtld-servers.net')] });

  test.each([
    ['a foreign name from memory', held, 'low verified'],
    ['a name of its own', { ...held, flags: { ...held.flags, aa: true } }, 'safe'],
    ['REFUSED', dnsAnswer({ rcode: 5 }), 'safe'],
    ['a referral without RA', dnsAnswer({ authority: [record('.', 'NS', 'a.b')] }), 'safe'],
    ['a resolver that has not got that name', open, 'undetermined: not-in-the-cache'],
    ['silence', unknown('timeout'), 'undetermined: timeout'],
    ['nobody there', no, 'not-applicable'],
  ])('%s → its verdict', (_, answer, expected) => {
    expect(outcomeOf(resolverCacheSnoop, buildServerDns([question('cache-snoop', answer)]))).toBe(expected);
  });

  test('evidence of the resolver about a domain → not applicable', () => {
    expect(outcomeOf(resolverCacheSnoop, buildDomainDns([question('soa', held)]))).toBe('not-applicable');
  });
});
