import { expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  httpResponse,
  notFound,
} from '../../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { securityTxtExpired } from './expired.ts';
import { securityTxtUnsigned } from './unsigned.ts';

const file = (text: string, type = 'text/plain; charset=utf-8') =>
  buildHttps([exchange('security-txt', httpResponse(200, [['Content-Type', type]], text))]);
const contact = 'Contact: mailto:csirt@city.example.jp\n';

test.each([
  ['a date to come', file(`${contact}Expires: 2027-11-01T00:00:00Z\n`), 'safe'],
  ['a date in another zone', file(`${contact}expires: 2026-11-22T09:00:00+09:00\r\n`), 'safe'],
  ['a date gone by', file(`${contact}Expires: 2025-11-01T00:00:00Z\n`), 'low verified'],
  ['no date', file(contact), 'low verified'],
  ['a date without sense', file(`${contact}Expires: next year\n`), 'low verified'],
  [
    'two dates',
    file(`${contact}Expires: 2027-11-01T00:00:00Z\nExpires: 2028-11-01T00:00:00Z\n`),
    'low verified',
  ],
  ['no file', buildHttps([exchange('security-txt', notFound)]), 'not-applicable'],
  ['a page that says "not found"', file(`${contact}<p>`, 'text/html'), 'not-applicable'],
  ['no contact', file('Expires: 2025-11-01T00:00:00Z\n'), 'not-applicable'],
  ['over HTTP', buildHttp(), 'not-applicable'],
])('expired: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(securityTxtExpired, evidence)).toBe(outcome);
});

const signed = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${contact}-----BEGIN PGP SIGNATURE-----\n`;

test.each([
  ['a signature', file(signed), 'safe'],
  ['none', file(contact), 'info verified'],
  ['a comment about one', file(`# not signed with PGP SIGNED MESSAGE\n${contact}`), 'info verified'],
  ['no file', buildHttps([exchange('security-txt', notFound)]), 'not-applicable'],
])('unsigned: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(securityTxtUnsigned, evidence)).toBe(outcome);
});
