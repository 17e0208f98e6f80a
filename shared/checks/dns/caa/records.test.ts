import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCertificate, leafCertificate } from '../../../evidence/certificate/build.fixture.ts';
import { buildDomainDns, dnsAnswer, question, record } from '../../../evidence/dns-answers/build.fixture.ts';
import { unknown } from '../../../model/observed.ts';
import { outcomeOf, verdictAmong } from '../../outcome.fixture.ts';
import { caaMismatch } from './mismatch.ts';
import { issuerOf, parseCaa } from './record.ts';
import { caaSyntax } from './syntax.ts';

const at = (...records: string[]) =>
  question('caa', dnsAnswer({ answers: records.map((data) => record('city.example.jp', 'CAA', data)) }));
const domain = (...records: string[]) => buildDomainDns([at(...records)]);

test.each([
  ['no record', domain(), 'not-applicable'],
  ['silence', buildDomainDns([question('caa', unknown('timeout'))]), 'undetermined: timeout'],
  ['an authority', domain('0 issue "letsencrypt.org"'), 'safe'],
  ['nobody', domain('0 issue ";"'), 'safe'],
  [
    'parameters',
    domain('0 issue "letsencrypt.org; validationmethods=dns-01; accounturi=https://a/1"'),
    'safe',
  ],
  ['an address for reports', domain('0 iodef "mailto:security@city.example.jp"'), 'safe'],
  ['an unknown tag', domain('0 future "x"'), 'safe'],
  ['an unknown tag that is critical', domain('128 future "x"'), 'low verified'],
  ['no tag', domain('0 "letsencrypt.org"'), 'low verified'],
  ['a URL for an authority', domain('0 issue "https://letsencrypt.org"'), 'low verified'],
  ['flags of 256', domain('256 issue "letsencrypt.org"'), 'low verified'],
  ['a report to nowhere', domain('0 iodef "security@city.example.jp"'), 'low verified'],
  ['the fault above the records that count', buildDomainDns([at('0 issue "jprs.jp"'), at('x')]), 'safe'],
])('syntax: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(caaSyntax, evidence)).toBe(outcome);
});

const issuedBy = (issuer: string, trust: 'trusted' | 'untrusted-root' = 'trusted') =>
  buildCertificate({ presented: { trust, chain: [leafCertificate({ issuer })] } });

test.each([
  ['no record', domain(), [issuedBy("O=Let's Encrypt")], 'not-applicable'],
  [
    'the authority of the certificate',
    domain('0 issue "letsencrypt.org"'),
    [issuedBy("O=Let's Encrypt")],
    'safe',
  ],
  ['no certificate seen', domain('0 issue "letsencrypt.org"'), [], 'undetermined'],
  [
    'an authority that is not known',
    domain('0 issue "letsencrypt.org"'),
    [issuedBy('O=Example')],
    'undetermined',
  ],
  [
    'an own authority',
    domain('0 issue "letsencrypt.org"'),
    [issuedBy('O=DigiCert Inc', 'untrusted-root')],
    'undetermined',
  ],
  ['another authority', domain('0 issue "letsencrypt.org"'), [issuedBy('O=DigiCert Inc')], 'vulnerable'],
  ['nobody may, and somebody did', domain('0 issue ";"'), [issuedBy('O=DigiCert Inc')], 'vulnerable'],
])('mismatch: %s → %s', (_, evidence, certificates, verdict) => {
  expect(verdictAmong(caaMismatch, [evidence], certificates).verdict).toBe(verdict);
});

test('anything at all → a record, or none; never an error', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(() => issuerOf(parseCaa(text)?.value ?? text)).not.toThrow();
    }),
  );
});
