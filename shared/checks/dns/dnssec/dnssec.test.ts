import { describe, expect, test } from 'vitest';
import { dnsAnswer, record } from '../../../evidence/dns-answers/build.fixture.ts';
import type { DnsAnswer } from '../../../evidence/dns-answers/schema.ts';
import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { EvidenceData } from '../../../evidence/kinds.ts';
import { unknown } from '../../../model/observed.ts';
import type { Check } from '../../check.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { buildZone, type Changes, none, own, soaData, zone } from '../zone.fixture.ts';
import { dnssecAlgDeprecated } from './alg-deprecated.ts';
import { dnssecBogus } from './bogus.ts';
import { dnssecCdsInvalid } from './cds-invalid.ts';
import { dnssecDsDigestSha1 } from './ds-digest-sha1.ts';
import { dnssecDsUnsigned } from './ds-unsigned.ts';
import { dnssecNsecWalkable } from './nsec-walkable.ts';
import { dnssecNsec3Iterations } from './nsec3-iterations.ts';
import { dnssecNsec3Optout } from './nsec3-optout.ts';
import { dnssecNsec3Salt } from './nsec3-salt.ts';
import { type DnsKey, rsaOf, tagOf } from './records.ts';
import { dnssecRrsigLifetimeLong } from './rrsig-lifetime-long.ts';
import { dnssecRrsigLifetimeShort } from './rrsig-lifetime-short.ts';
import { dnssecRsaBelow2048 } from './rsa-below-2048.ts';
import { dnssecRsaESmall } from './rsa-e-small.ts';

type Result = EvidenceData['dns-answers']['signatures'][number]['result'];
type Digest = EvidenceData['dns-answers']['digests'][number]['result'];

/** The fixtures' evidence is of 2026-11-21. */
const [begins, expires] = ['20261101000000', '20261201000000'];
const ecdsa = `257 3 13 ${btoa('k'.repeat(64))}`;
const tag = 4660;
const sig = (covered: string, until: string = expires, since: string = begins) =>
  record(zone, 'RRSIG', `${covered} 13 3 3600 ${until} ${since} ${tag} ${zone} AAAA`);
const set = (type: string, data: string, ...signatures: DnsAnswer['answers']) =>
  own(record(zone, type, data), ...signatures);
const nsec = record(zone, 'NSEC', `www.${zone} A NS SOA`);
const nsec3 = (data: string) => ({
  ...none(3),
  authority: [record(`h.${zone}`, 'NSEC3', data), sig('NSEC3')],
});
const ds = (data = `${tag} 13 2 aabb`) => own(record(zone, 'DS', data));

const signedChanges: Changes = {
  ds: ds(),
  dnskey: set('DNSKEY', ecdsa, sig('DNSKEY')),
  soa: set('SOA', soaData, sig('SOA')),
  ns: own(record(zone, 'NS', `ns1.${zone}`), record(zone, 'NS', `ns2.${zone}`), sig('NS')),
  mx: set('MX', `10 mail.${zone}`, sig('MX')),
  address: set('A', '192.0.2.80', sig('A')),
  absent: { ...none(3), authority: [record(zone, 'SOA', soaData), nsec, sig('SOA'), sig('NSEC')] },
};

/** A zone whose signatures all hold, and what differs; `resultOf` says otherwise for the sets it names. */
function signed(
  changes: Changes = {},
  facts: { readonly digest?: Digest; readonly resultOf?: (covered: string, server: string) => Result } = {},
): EvidenceOf<'dns-answers'> {
  const { digest = 'matches', resultOf = () => 'valid' } = facts;
  const evidence = buildZone({ ...signedChanges, ...changes });
  const { questions } = evidence.data;
  const signatures = questions.flatMap(({ answer, server }, question) =>
    (['answers', 'authority'] as const).flatMap((section) =>
      answer.outcome !== 'yes'
        ? []
        : answer.value[section].flatMap(({ type, data }, index) =>
            type === 'RRSIG'
              ? [{ question, section, index, result: resultOf(data.split(' ')[0] ?? '', server) }]
              : [],
          ),
    ),
  );
  const keys = [...questions.entries()]
    .filter(([, { purpose }]) => purpose === 'dnskey')
    .map(([index]) => index);
  const asked = questions.findIndex(({ purpose }) => purpose === 'ds');
  const answer = questions[asked]?.answer;
  const records = answer?.outcome === 'yes' ? answer.value.answers.filter(({ type }) => type === 'DS') : [];
  const digests = keys.flatMap((each) =>
    records.map((_, index) => ({ question: asked, index, keys: each, result: digest })),
  );
  return { ...evidence, data: { ...evidence.data, signatures, digests } };
}

describe('dns.dnssec.bogus', () => {
  test.each<[string, EvidenceOf<'dns-answers'>, string]>([
    ['a chain in order', signed(), 'safe'],
    ['no DS', signed({ ds: none() }), 'not-applicable'],
    ['neither keys nor DS', buildZone(), 'not-applicable'],
    ['a DS and no keys anywhere, which is another finding', signed({ dnskey: none() }), 'not-applicable'],
    ['the keys of one server are missing', signed({ 'dnskey@ns2': none() }), 'high verified'],
    ['no key of that tag', signed({}, { digest: 'no-key' }), 'high verified'],
    ['another digest', signed({}, { digest: 'differs' }), 'high verified'],
    ['a digest nobody knows', signed({}, { digest: 'unsupported' }), 'undetermined: unknown-digest'],
    ['the keys are not signed', signed({ dnskey: set('DNSKEY', ecdsa) }), 'high verified'],
    [
      'the keys are signed by another key',
      signed({
        dnskey: set('DNSKEY', ecdsa, record(zone, 'RRSIG', sig('DNSKEY').data.replace(` ${tag} `, ' 1 '))),
      }),
      'high verified',
    ],
    [
      'a signature that does not fit',
      signed({}, { resultOf: (covered) => (covered === 'SOA' ? 'invalid' : 'valid') }),
      'high verified',
    ],
    [
      'one server with old signatures',
      signed({}, { resultOf: (_, server) => (server.startsWith('198') ? 'invalid' : 'valid') }),
      'high verified',
    ],
    ['expired', signed({ soa: set('SOA', soaData, sig('SOA', '20261120000000')) }), 'high verified'],
    [
      'not valid yet',
      signed({ soa: set('SOA', soaData, sig('SOA', expires, '20261125000000')) }),
      'high verified',
    ],
    [
      'one expired and one good',
      signed({ soa: set('SOA', soaData, sig('SOA', '20261120000000'), sig('SOA')) }),
      'safe',
    ],
    ['a set without signature', signed({ mx: set('MX', `10 mail.${zone}`) }), 'high verified'],
    [
      'a DS of an algorithm that signs nothing',
      signed({ ds: own(...ds().answers, record(zone, 'DS', '7 8 2 aabb')) }),
      'medium verified',
    ],
    ['a denial without proof', signed({ absent: none(3) }), 'high verified'],
    [
      'an algorithm nobody knows',
      signed({}, { resultOf: () => 'unsupported' }),
      'undetermined: unknown-signature',
    ],
    [
      'an answer without EDNS, from which signatures may have been taken',
      signed({ 'dnskey@ns1': { ...set('DNSKEY', ecdsa), edns: null } }),
      'undetermined: no-edns',
    ],
    [
      'the keys of one server are unknown',
      signed({ 'dnskey@ns1': unknown('timeout') }),
      'undetermined: no-answer',
    ],
    ['SERVFAIL', signed({ 'dnskey@ns1': dnsAnswer({ rcode: 2 }) }), 'undetermined: rcode-2'],
    ['the parent is silent', signed({ ds: unknown('timeout') }), 'undetermined: no-answer'],
  ])('%s → its verdict', (_, evidence, expected) => {
    expect(outcomeOf(dnssecBogus, evidence)).toBe(expected);
  });

  test('expired → says so, with the signature as proof', () => {
    const verdict = verdictOf(
      dnssecBogus,
      signed({ soa: set('SOA', soaData, sig('SOA', '20261120000000')) }),
    );
    expect(verdict).toMatchObject({
      detail: { en: expect.stringContaining('expired') },
      proof: [{ excerpt: expect.stringContaining('20261120000000') }, {}],
    });
  });
});

const rsaKey = (modulusOctets: number, exponent: string) =>
  `256 3 8 ${btoa(`${String.fromCharCode(exponent.length)}${exponent}${'\xff'.repeat(modulusOctets)}`)}`;
const e65537 = '\x01\x00\x01';
const key = (data: string) => ({ dnskey: set('DNSKEY', data, sig('DNSKEY')) });

describe('keys, DS, denial, lifetimes', () => {
  test.each<[string, Check, Changes, string]>([
    ['RSASHA1', dnssecAlgDeprecated, key(`257 3 7 ${btoa('x'.repeat(100))}`), 'medium verified'],
    ['ECDSA P-256', dnssecAlgDeprecated, {}, 'safe'],
    [
      'RSASHA1, revoked',
      dnssecAlgDeprecated,
      {
        dnskey: own(
          record(zone, 'DNSKEY', `385 3 5 ${btoa('x'.repeat(100))}`),
          record(zone, 'DNSKEY', ecdsa),
        ),
      },
      'safe',
    ],
    ['no keys', dnssecAlgDeprecated, { dnskey: none(), ds: none() }, 'not-applicable'],
    ['keys unknown', dnssecAlgDeprecated, { dnskey: unknown('timeout') }, 'undetermined: no-answer'],
    ['RSA of 1024 bits', dnssecRsaBelow2048, key(rsaKey(128, e65537)), 'low verified'],
    ['RSA of 2048 bits', dnssecRsaBelow2048, key(rsaKey(256, e65537)), 'safe'],
    ['ECDSA is no RSA', dnssecRsaBelow2048, {}, 'safe'],
    ['exponent 3', dnssecRsaESmall, key(rsaKey(256, '\x03')), 'low verified'],
    ['exponent 65537', dnssecRsaESmall, key(rsaKey(256, e65537)), 'safe'],
    ['DS with SHA-1', dnssecDsDigestSha1, { ds: ds(`${tag} 13 1 aabb`) }, 'low verified'],
    ['DS with SHA-256', dnssecDsDigestSha1, {}, 'safe'],
    ['no DS', dnssecDsDigestSha1, { ds: none() }, 'not-applicable'],
    ['DS unknown', dnssecDsDigestSha1, { ds: unknown('timeout') }, 'undetermined: no-answer'],
    ['DS, and the zone is unsigned', dnssecDsUnsigned, { dnskey: none() }, 'high verified'],
    ['DS and keys', dnssecDsUnsigned, {}, 'safe'],
    ['no DS', dnssecDsUnsigned, { ds: none(), dnskey: none() }, 'not-applicable'],
    ['DS, keys refused', dnssecDsUnsigned, { dnskey: dnsAnswer({ rcode: 5 }) }, 'undetermined: no-answer'],
    ['ten iterations', dnssecNsec3Iterations, { absent: nsec3('1 0 10 - abc A') }, 'low verified'],
    ['none', dnssecNsec3Iterations, { absent: nsec3('1 0 0 - abc A') }, 'safe'],
    ['NSEC', dnssecNsec3Iterations, {}, 'not-applicable'],
    ['a salt', dnssecNsec3Salt, { absent: nsec3('1 0 0 aabb abc A') }, 'info verified'],
    ['no salt', dnssecNsec3Salt, { absent: nsec3('1 0 0 - abc A') }, 'safe'],
    ['opt-out', dnssecNsec3Optout, { absent: nsec3('1 1 0 - abc A') }, 'info verified'],
    ['no opt-out', dnssecNsec3Optout, { absent: nsec3('1 0 0 - abc A') }, 'safe'],
    ['NSEC names the next name', dnssecNsecWalkable, {}, 'info verified'],
    [
      'NSEC made for the question',
      dnssecNsecWalkable,
      { absent: { ...none(3), authority: [record('x', 'NSEC', `\\000.x.${zone} A`)] } },
      'safe',
    ],
    ['NSEC3', dnssecNsecWalkable, { absent: nsec3('1 0 0 - abc A') }, 'safe'],
    [
      'four hours left',
      dnssecRrsigLifetimeShort,
      { soa: set('SOA', soaData, sig('SOA', '20261121040000')) },
      'low verified',
    ],
    [
      'expired already, which is another finding',
      dnssecRrsigLifetimeShort,
      { soa: set('SOA', soaData, sig('SOA', '20261101000000')) },
      'safe',
    ],
    ['ten days left', dnssecRrsigLifetimeShort, {}, 'safe'],
    [
      'a year',
      dnssecRrsigLifetimeLong,
      { soa: set('SOA', soaData, sig('SOA', '20271101000000')) },
      'info verified',
    ],
    ['a month', dnssecRrsigLifetimeLong, {}, 'safe'],
    [
      'CDS of a key that is not there',
      dnssecCdsInvalid,
      { cds: own(record(zone, 'CDS', '1 13 2 aabb')) },
      'low verified',
    ],
    ['CDS that asks for removal', dnssecCdsInvalid, { cds: own(record(zone, 'CDS', '0 0 0 00')) }, 'safe'],
    [
      'CDNSKEY that is one of the keys',
      dnssecCdsInvalid,
      { cdnskey: own(record(zone, 'CDNSKEY', ecdsa)) },
      'safe',
    ],
    ['neither', dnssecCdsInvalid, {}, 'not-applicable'],
  ])('%s → its verdict', (_, check, changes, expected) => {
    expect(outcomeOf(check, signed(changes))).toBe(expected);
  });
});

describe('reading a key', () => {
  const keyOf = (algorithm: number, material: string): DnsKey => ({
    found: undefined as never,
    flags: 256,
    algorithm,
    material,
  });

  test('RFC 4034 §5.4: the key of dskey.example.com → tag 60485, 1024 bits, exponent 3', () => {
    const base64 =
      'AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==';
    const key = keyOf(5, atob(base64));
    expect(tagOf(key)).toBe(60_485);
    expect(rsaOf(key)).toEqual({ bits: 1024, exponent: 3n });
  });

  test.each([
    ['nothing', '', undefined],
    ['an exponent cut off', '\x03abc', undefined],
    ['a length of three octets', '\x00\x00\x01\x03\x00\x00\x80', { bits: 8, exponent: 3n }],
  ])('%s → read or none', (_, material, expected) => {
    expect(rsaOf(keyOf(8, material))).toEqual(expected);
  });
});
