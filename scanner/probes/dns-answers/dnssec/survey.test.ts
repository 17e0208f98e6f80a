import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { decodeMessage, readSections } from '@enkaku/shared/protocol/dns/message.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captured } from './captured.fixture.ts';
import { keyTag, readKey } from './key.ts';
import { surveySignatures } from './survey.ts';

type Captured = (typeof captured)[keyof typeof captured];
const purposes = ['dnskey', 'soa', 'ns', 'absent', 'ds'] as const;

function questionOf(purpose: (typeof purposes)[number], raw: string): DnsQuestion {
  const message = decodeMessage(Buffer.from(raw, 'hex'));
  const value = {
    ...message,
    answers: [...message.answers],
    authority: [...message.authority],
    additional: [...message.additional],
    requestBytes: 40,
    responseBytes: raw.length / 2,
    raw,
  };
  return {
    purpose,
    server: purpose === 'ds' ? '203.0.113.1#53' : '192.0.2.1#53',
    transport: 'udp',
    name: 'x',
    type: 'X',
    class: 'IN',
    endedMs: 1,
    answeredFrom: null,
    answer: { outcome: 'yes', value },
  };
}

const survey = (zone: Captured, change: Partial<Record<(typeof purposes)[number], string>> = {}) =>
  surveySignatures(
    purposes.map((purpose) => questionOf(purpose, change[purpose] ?? zone[purpose])),
    zone.zone,
  );

const results = (facts: ReturnType<typeof survey>) => new Set(facts.signatures.map(({ result }) => result));

describe.each(Object.entries(captured))('a zone signed by another’s software: %s', (_, zone) => {
  test('every signature holds, and the DS stands for a key', () => {
    const facts = survey(zone);
    expect(facts.signatures.length).toBeGreaterThan(4);
    expect(results(facts)).toEqual(new Set(['valid']));
    expect(facts.digests.map(({ result }) => result)).toEqual(['matches']);
  });

  test('one bit of a record changed → its signature does not hold, the others do', () => {
    const bytes = Buffer.from(zone.ns, 'hex');
    // The first letter of the owner name in the question is what all other names point to.
    bytes[13] = (bytes[13] ?? 0) ^ 1;
    const facts = survey(zone, { ns: bytes.toString('hex') });
    const ofNs = facts.signatures.filter(({ question }) => question === purposes.indexOf('ns'));
    expect(new Set(ofNs.map(({ result }) => result))).toEqual(new Set(['invalid']));
    expect(facts.signatures.some(({ result }) => result === 'valid')).toBe(true);
  });

  test('the keys of another zone → no key for any signature, and none for the DS', () => {
    const other = zone.zone === captured.ecdsa.zone ? captured.rsaNsec3 : captured.ecdsa;
    const facts = survey(zone, { dnskey: other.dnskey });
    const ofSoa = facts.signatures.filter(({ question }) => question === purposes.indexOf('soa'));
    expect(ofSoa.map(({ result }) => result)).toEqual(['no-key']);
    expect(facts.digests.map(({ result }) => result)).toEqual(['no-key']);
  });

  test('the digest of the DS changed → differs', () => {
    const answer = decodeMessage(Buffer.from(zone.ds, 'hex')).answers.find(({ type }) => type === 'DS');
    const digest = answer?.data.split(' ')[3] ?? '';
    const wrong = zone.ds.replace(digest, digest.replace(/^../, digest.startsWith('00') ? '01' : '00'));
    expect(survey(zone, { ds: wrong }).digests.map(({ result }) => result)).toEqual(['differs']);
  });

  test('any bytes changed anywhere → facts or nothing, never an error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...purposes),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 6 }),
        (purpose, changes) => {
          const bytes = Buffer.from(zone[purpose], 'hex');
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const question = questionOf(purpose, zone[purpose]);
          if (question.answer.outcome === 'yes') question.answer.value.raw = bytes.toString('hex');
          const others = purposes
            .filter((each) => each !== purpose)
            .map((each) => questionOf(each, zone[each]));
          expect(surveySignatures([...others, question], zone.zone).signatures.length).toBeLessThan(200);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('readKey', () => {
  test('RFC 4034 §5.4: the key of dskey.example.com → tag 60485', () => {
    const key =
      'AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==';
    const data = Buffer.concat([Buffer.from([1, 0, 3, 5]), Buffer.from(key, 'base64')]);
    expect(keyTag(data)).toBe(60_485);
    expect(readKey(data)).toMatchObject({ flags: 256, algorithm: 5, tag: 60_485 });
  });

  test.each([
    ['no key material', '01010308'],
    ['another protocol', '0101020800'],
    ['not a zone key', '0000030800'],
    ['nothing', ''],
  ])('%s → no key', (_, hex) => {
    expect(readKey(Buffer.from(hex, 'hex'))).toBeUndefined();
  });
});

test('an answer of nothing but signatures → a handful is tried, in no time', () => {
  const bytes = Buffer.from(captured.ecdsa.soa, 'hex');
  const rrsig = readSections(bytes)[0]?.find(({ place }) => place.type === 46);
  if (rrsig === undefined) throw new Error('no signature');
  const record = bytes.subarray(rrsig.at, rrsig.place.end);
  const many = Buffer.concat([
    bytes.subarray(0, rrsig.place.end),
    ...Array.from({ length: 250 }, () => record),
  ]);
  many.writeUInt16BE(252, 6);
  many.writeUInt16BE(0, 8);
  many.writeUInt16BE(0, 10);
  const startedMs = performance.now();
  const facts = survey(captured.ecdsa, { soa: many.toString('hex') });
  expect(facts.signatures.filter(({ question }) => question === purposes.indexOf('soa'))).toHaveLength(32);
  expect(performance.now() - startedMs).toBeLessThan(2000);
});
