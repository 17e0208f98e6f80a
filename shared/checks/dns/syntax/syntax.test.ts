import { expect, test } from 'vitest';
import { record } from '../../../evidence/dns-answers/build.fixture.ts';
import { unknown } from '../../../model/observed.ts';
import type { Check } from '../../check.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { buildZone, type Changes, own, zone } from '../zone.fixture.ts';
import { syntaxDomainCharacters } from './domain-characters.ts';
import { syntaxDomainDoubleHyphen } from './domain-double-hyphen.ts';
import { syntaxDomainHyphen } from './domain-hyphen.ts';
import { syntaxMname } from './mname.ts';
import { syntaxMxName } from './mx-name.ts';
import { syntaxNsName } from './ns-name.ts';
import { syntaxRnameAt } from './rname-at.ts';
import { syntaxRnameIllegal } from './rname-illegal.ts';

const soa = (mname: string, rname: string) => ({
  soa: own(record(zone, 'SOA', `${mname} ${rname} 7 14400 3600 1209600 3600`)),
});
const primary = `ns1.${zone}`;
const mx = (data: string) => ({ mx: own(record(zone, 'MX', data)) });

test.each<[string, Check, Changes, string]>([
  ['RNAME with @', syntaxRnameAt, soa(primary, `host\\@${zone}`), 'info verified'],
  ['RNAME with dots', syntaxRnameAt, {}, 'safe'],
  ['RNAME that is one label', syntaxRnameIllegal, soa(primary, 'hostmaster'), 'info verified'],
  ['RNAME that is the root', syntaxRnameIllegal, soa(primary, '.'), 'info verified'],
  ['RNAME with a dot in the local part', syntaxRnameIllegal, soa(primary, `taro\\.yamada.${zone}`), 'safe'],
  ['RNAME with @, which is another finding', syntaxRnameIllegal, soa(primary, `host\\@${zone}`), 'safe'],
  ['MNAME with an underscore', syntaxMname, soa(`ns_1.${zone}`, `hostmaster.${zone}`), 'info verified'],
  ['MNAME as it should be', syntaxMname, {}, 'safe'],
  ['nobody told the SOA', syntaxMname, { soa: unknown('timeout') }, 'undetermined: no-answer'],
  ['MX with an address', syntaxMxName, mx('10 192.0.2.1'), 'info verified'],
  ['MX with a single label', syntaxMxName, mx('10 mail'), 'info verified'],
  ['the null MX', syntaxMxName, mx('0 .'), 'safe'],
  ['an international name', syntaxMxName, mx('10 mail.xn--eckwd4c7c.jp'), 'safe'],
  ['no MX', syntaxMxName, { mx: own() }, 'not-applicable'],
  ['NS with an underscore', syntaxNsName, { ns: own(record(zone, 'NS', `ns_1.${zone}`)) }, 'info verified'],
  [
    'NS with a hyphen at an end',
    syntaxNsName,
    { ns: own(record(zone, 'NS', `ns1-.${zone}`)) },
    'info verified',
  ],
  ['NS as they should be', syntaxNsName, {}, 'safe'],
])('%s → its verdict', (_, check, changes, expected) => {
  expect(outcomeOf(check, buildZone(changes))).toBe(expected);
});

test.each<[string, Check, string]>([
  ['city_hall.jp', syntaxDomainCharacters, 'info verified'],
  ['city-hall.jp', syntaxDomainCharacters, 'safe'],
  ['-city.jp', syntaxDomainHyphen, 'info verified'],
  ['city-.jp', syntaxDomainHyphen, 'info verified'],
  ['city-hall.jp', syntaxDomainHyphen, 'safe'],
  ['ci--ty.jp', syntaxDomainDoubleHyphen, 'info verified'],
  ['xn--ck2a.jp', syntaxDomainDoubleHyphen, 'safe'],
])('the domain %s → its verdict', (domain, check, expected) => {
  const ns = own(record(domain, 'NS', 'ns1.hoster.example'));
  const evidence = buildZone({ ns });
  expect(outcomeOf(check, { ...evidence, endpoint: { ...evidence.endpoint, host: domain } })).toBe(expected);
});
