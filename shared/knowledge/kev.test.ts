import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidFeedError } from './feed.ts';
import { buildKev, kevVulnerability } from './kev.fixture.ts';
import { parseKev } from './kev.ts';

test('the catalogue as CISA publishes it → every entry', () => {
  expect(parseKev(buildKev())).toEqual({
    version: '2026.11.20',
    entries: [
      {
        cve: 'CVE-2021-44228',
        name: 'Apache Log4j2 Remote Code Execution Vulnerability',
        addedOn: '2021-12-10',
        ransomware: 'known',
      },
      {
        cve: 'CVE-2024-3400',
        name: 'PAN-OS Command Injection Vulnerability',
        addedOn: '2024-04-12',
        ransomware: 'unknown',
      },
    ],
  });
});

test('fields that are not known yet → taken all the same', () => {
  expect(parseKev({ ...buildKev(), publisher: 'CISA' }).entries).toHaveLength(2);
});

test.for([
  ['fewer entries than it says', { count: 3 }],
  ['a CVE twice', { vulnerabilities: [kevVulnerability, kevVulnerability] }],
  ['an id that is no CVE', { count: 1, vulnerabilities: [{ ...kevVulnerability, cveID: 'CVE-1' }] }],
  ['a date that is none', { count: 1, vulnerabilities: [{ ...kevVulnerability, dateAdded: '2021-13-40' }] }],
  ['no version', { catalogVersion: undefined }],
  ['entries that are no list', { vulnerabilities: {} }],
] as const)('%s → refused', ([, change]) => {
  expect(() => parseKev({ ...buildKev(), ...change })).toThrow(InvalidFeedError);
});

test('whatever it is given → a feed, or InvalidFeedError', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      try {
        parseKev(json);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidFeedError);
      }
    }),
  );
});
