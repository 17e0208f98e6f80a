import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  buildMailDomain,
  lookup,
  mailDomain,
} from '../../evidence/mail-domain/build.fixture.ts';
import { dmarcNames, reportDomains } from '../../evidence/mail-domain/names.ts';
import { parseTags } from '../../evidence/mail-domain/tags.ts';
import { unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { bimiSyntax } from './bimi/syntax.ts';
import { dkimDomainSupport } from './dkim/domain-support.ts';
import { dkimKeyShort } from './dkim/key-short.ts';
import { rsaBits } from './dkim/keys.ts';
import { dkimRevoked } from './dkim/revoked.ts';
import { dkimSha1 } from './dkim/sha1.ts';
import { dkimTestMode } from './dkim/test-mode.ts';
import { dmarcMissing } from './dmarc/missing.ts';
import { dmarcMultiple } from './dmarc/multiple.ts';
import { dmarcPolicyNone } from './dmarc/p-none.ts';
import { dmarcPctBelow100 } from './dmarc/pct-below-100.ts';
import { dmarcRuaUnauthorised } from './dmarc/rua-unauthorised.ts';
import { dmarcSpWeaker } from './dmarc/sp-weaker.ts';
import { dmarcSyntax } from './dmarc/syntax.ts';
import { dnssecMx } from './dnssec-mx.ts';
import { mxCname } from './mx/cname.ts';
import { mxIpLiteral } from './mx/ip-literal.ts';
import { mxNullMx } from './mx/null-mx.ts';
import { mxPrivate } from './mx/private.ts';
import { mxUnresolvable } from './mx/unresolvable.ts';
import { spfBroadRange } from './spf/broad-range.ts';
import { spfLookupsOver10 } from './spf/lookups-over-10.ts';
import { spfNeutral } from './spf/neutral.ts';
import { spfPermerror } from './spf/permerror.ts';
import { spfPlusAll } from './spf/plus-all.ts';
import { spfPtr } from './spf/ptr.ts';
import { spfSyntax } from './spf/syntax.ts';
import { spfVoidOver2 } from './spf/void-over-2.ts';

type Answers = Readonly<Record<string, Answer>>;
const own = `TXT ${mailDomain}`;
const silent = unknown('timeout');
const spf = (record: string, more: Answers = {}) => buildMailDomain({ [own]: [record], ...more });
const includes = (count: number): Answers =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`TXT s${n}.example`, ['v=spf1 ip4:192.0.2.1 -all']]),
  );
const includingEveryone = (terms: string) => spf(`v=spf1 ${terms}`, { 'TXT s0.example': ['v=spf1 +all'] });
const including = (count: number) =>
  spf(
    `v=spf1 ${Array.from({ length: count }, (_, n) => `include:s${n}.example`).join(' ')} -all`,
    includes(count),
  );

describe.each<[string, Check]>([
  ['syntax', spfSyntax],
  ['permerror', spfPermerror],
  ['lookups', spfLookupsOver10],
  ['voids', spfVoidOver2],
  ['ptr', spfPtr],
  ['neutral', spfNeutral],
  ['range', spfBroadRange],
  ['everyone', spfPlusAll],
])('SPF, %s', (_, check) => {
  test.each([
    ['a sound record', spf('v=spf1 ip4:192.0.2.0/24 -all'), 'safe'],
    ['no record', buildMailDomain({ [own]: ['other'] }), 'not-applicable'],
    ['two records', buildMailDomain({ [own]: ['v=spf1 -all', 'v=spf1 ?all'] }), 'not-applicable'],
    ['silence', buildMailDomain({ [own]: silent }), 'undetermined: timeout'],
    ['nothing asked', buildMailDomain(), 'undetermined: not-attempted'],
    [
      'an include that was not answered',
      spf('v=spf1 include:s0.example -all', { 'TXT s0.example': silent }),
      'undetermined: timeout',
    ],
  ])('%s → %s', (__, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });
});

test.each<[string, Check, ReturnType<typeof spf>, string]>([
  ['a word that is none', spfSyntax, spf('v=spf1 ipv4:192.0.2.1 -all'), 'medium verified'],
  [
    'an include without a record',
    spfPermerror,
    spf('v=spf1 include:s0.example -all', { 'TXT s0.example': 'NXDOMAIN' }),
    'medium verified',
  ],
  [
    'a fault in what is included',
    spfPermerror,
    spf('v=spf1 include:s0.example -all', { 'TXT s0.example': ['v=spf1 ipv4:1 -all'] }),
    'medium verified',
  ],
  [
    'a circle',
    spfPermerror,
    spf('v=spf1 include:s0.example -all', { 'TXT s0.example': [`v=spf1 include:${mailDomain} -all`] }),
    'medium verified',
  ],
  ['an own fault', spfPermerror, spf('v=spf1 ipv4:192.0.2.1 -all'), 'safe'],
  ['ten lookups', spfLookupsOver10, including(10), 'safe'],
  ['eleven lookups', spfLookupsOver10, including(11), 'medium verified'],
  ['eleven behind all', spfLookupsOver10, spf('v=spf1 -all a a a a a a a a a a a'), 'safe'],
  [
    'two voids',
    spfVoidOver2,
    spf('v=spf1 a:x.example a:y.example -all', {
      'A x.example': [],
      'AAAA x.example': [],
      'A y.example': 'NXDOMAIN',
      'AAAA y.example': 'NXDOMAIN',
    }),
    'safe',
  ],
  [
    'three voids',
    spfVoidOver2,
    spf('v=spf1 mx:x.example mx:y.example mx:z.example -all', {
      'MX x.example': [],
      'MX y.example': [],
      'MX z.example': 'NXDOMAIN',
    }),
    'medium verified',
  ],
  [
    'IPv6 alone is no void',
    spfVoidOver2,
    spf('v=spf1 a:x.example -all', { 'A x.example': [], 'AAAA x.example': ['2001:db8::1'] }),
    'safe',
  ],
  ['a macro', spfVoidOver2, spf('v=spf1 exists:%{i}.x.example -all'), 'safe'],
  ['ptr', spfPtr, spf('v=spf1 ptr -all'), 'low verified'],
  ['?all', spfNeutral, spf('v=spf1 ip4:192.0.2.1 ?all'), 'low verified'],
  ['no all', spfNeutral, spf('v=spf1 ip4:192.0.2.1'), 'low verified'],
  ['a redirect', spfNeutral, spf('v=spf1 redirect=s0.example', includes(1)), 'safe'],
  ['a /15', spfBroadRange, spf('v=spf1 ip4:192.0.0.0/15 -all'), 'medium verified'],
  ['a /17', spfBroadRange, spf('v=spf1 ip4:192.0.0.0/17 -all'), 'safe'],
  ['everybody', spfBroadRange, spf('v=spf1 ip4:0.0.0.0/0 -all'), 'safe'],
  ['+all', spfPlusAll, spf('v=spf1 ip4:192.0.2.1 +all'), 'high verified'],
  ['all in capitals', spfPlusAll, spf('V=SPF1 ALL'), 'high verified'],
  ['every address of IPv4', spfPlusAll, spf('v=spf1 ip4:0.0.0.0/0 -all'), 'high verified'],
  ['every address of IPv6', spfPlusAll, spf('v=spf1 ip6:::/0 -all'), 'high verified'],
  ['+all behind -all, where it never counts', spfPlusAll, spf('v=spf1 -all +all'), 'safe'],
  ['?all and nobody else', spfPlusAll, spf('v=spf1 ?all'), 'safe'],
  ['a word with all in it', spfPlusAll, spf('v=spf1 ip4:192.0.2.1 exp=all.example -all'), 'safe'],
  ['+all in what is included', spfPlusAll, includingEveryone('include:s0.example -all'), 'high verified'],
  ['+all where it is handed on to', spfPlusAll, includingEveryone('redirect=s0.example'), 'high verified'],
  [
    'the same beside all, where it never counts',
    spfPlusAll,
    includingEveryone('redirect=s0.example -all'),
    'safe',
  ],
  ['+all in what is excluded', spfPlusAll, includingEveryone('-include:s0.example -all'), 'safe'],
  ['a circle', spfPlusAll, spf(`v=spf1 redirect=${mailDomain}`), 'safe'],
  [
    'a redirect that was not asked',
    spfPlusAll,
    spf('v=spf1 redirect=s0.example'),
    'undetermined: not-attempted',
  ],
  ['a wide range that is refused', spfBroadRange, spf('v=spf1 -ip4:10.0.0.0/8 -all'), 'safe'],
])('SPF: %s → its verdict', (_, check, evidence, outcome) => {
  expect(outcomeOf(check, evidence)).toBe(outcome);
});

test('SPF: twenty records that include each other → judged within reasonable time', () => {
  const names = Array.from({ length: 20 }, (_, number) => `s${number}.example`);
  const record = `v=spf1 ${names.map((name) => `include:${name}`).join(' ')} -all`;
  const evidence = spf(record, Object.fromEntries(names.map((name) => [`TXT ${name}`, [record]])));
  const began = performance.now();
  expect([spfLookupsOver10, spfPermerror, spfPlusAll].map((check) => outcomeOf(check, evidence))).toEqual([
    'medium verified',
    'medium verified',
    'safe',
  ]);
  expect(performance.now() - began).toBeLessThan(1000);
});

const at = (name: string, ...records: string[]): Answers => ({ [`TXT _dmarc.${name}`]: records });
const dmarc = (...records: string[]) =>
  buildMailDomain({ [own]: [], ...at(mailDomain, ...records), ...at('example.jp'), ...at('jp') });

test.each([
  ['reject', dmarc('v=DMARC1; p=reject'), 'safe', 'safe', 'safe'],
  ['quarantine, spaced', dmarc('v = DMARC1 ; p = Quarantine'), 'safe', 'safe', 'safe'],
  ['none', dmarc('v=DMARC1; p=none; sp=reject'), 'safe', 'safe', 'low verified'],
  ['no record anywhere', dmarc(), 'medium verified', 'not-applicable', 'not-applicable'],
  [
    'something else there',
    dmarc('v=spf1 -all', 'v=dmarc1; p=reject'),
    'medium verified',
    'not-applicable',
    'not-applicable',
  ],
  ['two', dmarc('v=DMARC1; p=reject', 'v=DMARC1; p=none'), 'safe', 'medium verified', 'not-applicable'],
  [
    'from above',
    buildMailDomain({ [own]: [], ...at(mailDomain), ...at('example.jp', 'v=DMARC1; p=reject') }),
    'safe',
    'safe',
    'safe',
  ],
  [
    'from above, with its own sp',
    buildMailDomain({ [own]: [], ...at(mailDomain), ...at('example.jp', 'v=DMARC1; p=reject; sp=none') }),
    'safe',
    'safe',
    'low verified',
  ],
  [
    'silence above',
    buildMailDomain({ [own]: [], ...at(mailDomain), 'TXT _dmarc.example.jp': silent }),
    'undetermined: timeout',
    'undetermined: timeout',
    'undetermined: timeout',
  ],
  [
    'a domain that does not exist',
    buildMailDomain({ [own]: 'NXDOMAIN' }),
    'not-applicable',
    'not-applicable',
    'not-applicable',
  ],
])('DMARC: %s → missing, multiple, p-none', (_, evidence, ...outcomes) => {
  expect([dmarcMissing, dmarcMultiple, dmarcPolicyNone].map((check) => outcomeOf(check, evidence))).toEqual(
    outcomes,
  );
});

test.each([
  [dmarcPctBelow100, 'v=DMARC1; p=reject; pct=50', 'low verified'],
  [dmarcPctBelow100, 'v=DMARC1; p=reject; pct=100', 'safe'],
  [dmarcPctBelow100, 'v=DMARC1; p=reject', 'safe'],
  [dmarcSpWeaker, 'v=DMARC1; p=reject; sp=none', 'low verified'],
  [dmarcSpWeaker, 'v=DMARC1; p=none; sp=reject', 'safe'],
  [dmarcSpWeaker, 'v=DMARC1; p=reject', 'safe'],
  [dmarcSyntax, 'v=DMARC1; p=reject; rua=mailto:a@example.jp!10m,mailto:b@example.jp', 'safe'],
  [dmarcSyntax, 'v=DMARC1; p=rejected', 'medium verified'],
  [dmarcSyntax, 'v=DMARC1; p=reject; rua=a@example.jp', 'medium verified'],
  [dmarcSyntax, 'v=DMARC1; p=reject; future=x', 'safe'],
  [dmarcSyntax, 'v=DMARC1; p', 'medium verified'],
  [dmarcRuaUnauthorised, 'v=DMARC1; p=reject', 'safe'],
  [dmarcRuaUnauthorised, 'v=DMARC1; p=reject; rua=mailto:a@mail.city.example.jp', 'safe'],
  [dmarcRuaUnauthorised, 'v=DMARC1; p=reject; rua=mailto:a@reports.example', 'undetermined: not-attempted'],
])('DMARC: $text.vulnerable.en, %s → %s', (check, record, outcome) => {
  expect(outcomeOf(check, dmarc(record))).toBe(outcome);
});

test.each([
  ['who agreed', ['v=DMARC1;'], 'safe'],
  ['who did not', [], 'low verified'],
  ['who does not exist', 'NXDOMAIN', 'low verified'],
] as const)('reports to somebody else %s → %s', (_, answer, outcome) => {
  const evidence = buildMailDomain({
    [own]: [],
    ...at(mailDomain, 'v=DMARC1; p=reject; rua=mailto:a@reports.example'),
    [`TXT ${mailDomain}._report._dmarc.reports.example`]: answer,
  });

  expect(outcomeOf(dmarcRuaUnauthorised, evidence)).toBe(outcome);
});

const place = `TXT _domainkey.${mailDomain}`;
const key = (record: string) =>
  buildMailDomain({ [place]: [], [`TXT default._domainkey.${mailDomain}`]: [record] });
/** DER (X.690 §8.1): tag, length, content. */
function der(tag: number, content: readonly number[]): readonly number[] {
  const { length } = content;
  if (length < 0x80) return [tag, length, ...content];
  return length < 0x100
    ? [tag, 0x81, length, ...content]
    : [tag, 0x82, length >> 8, length & 0xff, ...content];
}
/** RSA with a modulus of so many bits, all ones: nobody's key. */
const bareKey = (bits: number) =>
  der(0x30, [...der(2, [0, ...Array<number>(bits / 8).fill(0xff)]), ...der(2, [1, 0, 1])]);
const rsaEncryption = [0x30, 0x0d, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));
const rsa = (bits: number) => base64(der(0x30, [...rsaEncryption, ...der(3, [0, ...bareKey(bits)])]));

test.each([
  [dkimKeyShort, `v=DKIM1; p=${rsa(2048)}`, 'safe'],
  [dkimKeyShort, `v=DKIM1; k=rsa; p=${rsa(1024)}`, 'low verified'],
  [dkimKeyShort, `p=${rsa(768)}`, 'high verified'],
  [dkimKeyShort, 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', 'safe'],
  [dkimKeyShort, 'v=DKIM1; p=nonsense!', 'safe'],
  [dkimTestMode, `v=DKIM1; t=y:s; p=${rsa(2048)}`, 'low verified'],
  [dkimTestMode, `v=DKIM1; t=s; p=${rsa(2048)}`, 'safe'],
  [dkimRevoked, 'v=DKIM1; p=', 'info verified'],
  [dkimRevoked, `v=DKIM1; p=${rsa(2048)}`, 'safe'],
  [dkimSha1, `v=DKIM1; h=sha1; p=${rsa(2048)}`, 'low verified'],
  [dkimSha1, `v=DKIM1; h=sha1:sha256; p=${rsa(2048)}`, 'safe'],
])('DKIM: a key %# → its verdict; no key found → not applicable', (check, record, outcome) => {
  expect(outcomeOf(check, key(record))).toBe(outcome);
  expect(outcomeOf(check, buildMailDomain({ [place]: 'NXDOMAIN' }))).toBe('not-applicable');
});

test.each([8192, 4096, 3072, 2048, 1024, 768, 512])('a key of %d bits, bare or not → counted', (bits) => {
  expect([rsaBits(rsa(bits)), rsaBits(base64(bareKey(bits)))]).toEqual([bits, bits]);
});

test.each([
  ['something below', buildMailDomain({ [place]: [] }), 'safe'],
  ['nothing below', buildMailDomain({ [place]: 'NXDOMAIN', [own]: [] }), 'info inferred'],
  [
    'nothing below, and a key all the same',
    buildMailDomain({ [place]: 'NXDOMAIN', [`TXT mail._domainkey.${mailDomain}`]: [`p=${rsa(2048)}`] }),
    'safe',
  ],
  [
    'a domain that never sends',
    buildMailDomain({ [place]: 'NXDOMAIN', [own]: ['v=spf1 -all'] }),
    'not-applicable',
  ],
  ['no such domain', buildMailDomain({ [place]: 'NXDOMAIN', [own]: 'NXDOMAIN' }), 'not-applicable'],
  ['silence', buildMailDomain({ [place]: silent }), 'undetermined: timeout'],
])('DKIM in use: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(dkimDomainSupport, evidence)).toBe(outcome);
});

const mx = (records: readonly string[] | typeof silent, more: Answers = {}) =>
  buildMailDomain({ [`MX ${mailDomain}`]: records, ...more });
const address = { 'A mx.city.example.jp': ['203.0.112.25'], 'AAAA mx.city.example.jp': [] } as const;
const alias = buildMailDomain(
  {},
  {
    lookups: [
      lookup(`MX ${mailDomain}`, ['10 mx.city.example.jp.']),
      {
        name: 'mx.city.example.jp',
        type: 'A',
        answer: {
          outcome: 'yes',
          value: {
            rcode: 0,
            ad: false,
            raw: '12',
            records: [{ name: 'mx.city.example.jp', type: 'CNAME', data: 'mail.hoster.example' }],
          },
        },
      },
    ],
  },
);

test.each([
  ['sound', mx(['10 mx.city.example.jp.'], address), ['safe', 'safe', 'safe', 'safe', 'not-applicable']],
  [
    'no MX',
    mx([]),
    ['not-applicable', 'not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'],
  ],
  [
    'the null MX',
    mx(['0 .']),
    ['not-applicable', 'not-applicable', 'not-applicable', 'not-applicable', 'safe'],
  ],
  [
    'the null MX beside another',
    mx(['0 .', '10 mx.city.example.jp'], address),
    ['safe', 'safe', 'safe', 'safe', 'medium verified'],
  ],
  [
    'silence',
    mx(silent),
    [
      'undetermined: timeout',
      'undetermined: timeout',
      'undetermined: timeout',
      'undetermined: timeout',
      'undetermined: timeout',
    ],
  ],
  [
    'no address',
    mx(['10 mx.city.example.jp'], {
      'A mx.city.example.jp': 'NXDOMAIN',
      'AAAA mx.city.example.jp': 'NXDOMAIN',
    }),
    ['safe', 'safe', 'medium verified', 'safe', 'not-applicable'],
  ],
  [
    'a private address',
    mx(['10 mx.city.example.jp'], { ...address, 'A mx.city.example.jp': ['10.0.0.25'] }),
    ['safe', 'safe', 'safe', 'medium verified', 'not-applicable'],
  ],
  ['an alias', alias, ['medium verified', 'safe', 'undetermined: not-attempted', 'safe', 'not-applicable']],
  [
    'an address for a name',
    mx(['10 203.0.112.25'], { 'A 203.0.112.25': 'NXDOMAIN', 'AAAA 203.0.112.25': 'NXDOMAIN' }),
    ['safe', 'medium verified', 'safe', 'safe', 'not-applicable'],
  ],
])('MX: %s → cname, ip-literal, unresolvable, private, null-mx', (_, evidence, outcomes) => {
  const checks = [mxCname, mxIpLiteral, mxUnresolvable, mxPrivate, mxNullMx];

  expect(checks.map((check) => outcomeOf(check, evidence))).toEqual(outcomes);
});

test.each([
  [
    'signed',
    {
      ...mx(['10 mx.city.example.jp']),
      data: { complete: true, lookups: [lookup(`MX ${mailDomain}`, ['10 mx.city.example.jp'], true)] },
    },
    'safe',
  ],
  ['unsigned', mx(['10 mx.city.example.jp']), 'info inferred'],
  ['no mail', mx(['0 .']), 'not-applicable'],
])('DNSSEC of the MX: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(dnssecMx, evidence)).toBe(outcome);
});

const bimi = (...records: string[]) => buildMailDomain({ [`TXT default._bimi.${mailDomain}`]: records });

test.each([
  ['none', bimi(), 'not-applicable'],
  ['sound', bimi('v=BIMI1; l=https://city.example.jp/logo.svg; a='), 'safe'],
  ['declined', bimi('v=BIMI1; l=; a='), 'safe'],
  ['over http', bimi('v=BIMI1; l=http://city.example.jp/logo.svg'), 'info verified'],
  ['no logo', bimi('v=BIMI1'), 'info verified'],
])('BIMI: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(bimiSyntax, evidence)).toBe(outcome);
});

test('a walk up the tree → at most eight names, the domain itself first', () => {
  expect(dmarcNames('city.example.jp')).toEqual(['_dmarc.city.example.jp', '_dmarc.example.jp', '_dmarc.jp']);
  expect(dmarcNames('a.b.c.d.e.f.g.h.i.example.jp')).toHaveLength(8);
});

test('report addresses → their domains, each once', () => {
  expect(reportDomains('mailto:a@x.example!10m, mailto:b@X.example,https://y.example/')).toEqual([
    'x.example',
  ]);
});

test('any record → read without fail', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (text) => {
      expect(() => [parseTags(text), reportDomains(text), rsaBits(text)]).not.toThrow();
      expect(() => outcomeOf(dmarcSyntax, dmarc(`v=DMARC1;${text}`.slice(0, 2000)))).not.toThrow();
    }),
  );
});
