import { describe, expect, test } from 'vitest';
import {
  buildCertificate,
  intermediateCertificate,
  leafCertificate,
} from '../../evidence/certificate/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { dayOf } from './dates.ts';
import { expired } from './expired.ts';
import { expiresSoon } from './expires-soon.ts';
import { notYetValid } from './not-yet-valid.ts';

/** The fixtures' evidence was gathered 2026-11-21T01:00:00Z. */
const valid = (notBefore: string, notAfter: string) =>
  buildCertificate({
    presented: { chain: [leafCertificate({ notBefore, notAfter }), intermediateCertificate()] },
  });
const withIntermediate = (trust: 'trusted' | 'expired', dates: { notBefore?: string; notAfter?: string }) =>
  buildCertificate({ presented: { trust, chain: [leafCertificate(), intermediateCertificate(dates)] } });

test.each([expired, notYetValid, expiresSoon])(
  'no handshake → undetermined; no certificate → not applicable',
  (check) => {
    expect(outcomeOf(check, buildCertificate({ presented: unknown('timeout') }))).toBe(
      'undetermined: timeout',
    );
    expect(outcomeOf(check, buildCertificate({ presented: unknown('reset') }))).toBe('undetermined: reset');
    expect(outcomeOf(check, buildCertificate({ presented: no }))).toBe('not-applicable');
  },
);

test.each([
  ['in the middle of its time', buildCertificate(), 'safe'],
  ['ends at this very second', valid('2026-01-01T00:00:00Z', '2026-11-21T01:00:00Z'), 'safe'],
  [
    'an expired extra certificate, trusted another way',
    withIntermediate('trusted', { notAfter: '2021-09-30T14:01:15Z' }),
    'safe',
  ],
  ['ended a second ago', valid('2026-01-01T00:00:00Z', '2026-11-21T00:59:59Z'), 'high verified'],
  ['ended years ago', valid('2018-01-01T00:00:00Z', '2020-01-01T00:00:00Z'), 'high verified'],
  [
    'an intermediate ended',
    withIntermediate('expired', { notAfter: '2021-09-30T14:01:15Z' }),
    'high verified',
  ],
  [
    'ended, at a mail server',
    {
      ...valid('2018-01-01T00:00:00Z', '2020-01-01T00:00:00Z'),
      data: { ...valid('2018-01-01T00:00:00Z', '2020-01-01T00:00:00Z').data, via: 'smtp-starttls' as const },
    },
    'medium verified',
  ],
])('expired: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(expired, evidence)).toBe(outcome);
});

test.each([
  ['in the middle of its time', buildCertificate(), 'safe'],
  ['begins at this very second', valid('2026-11-21T01:00:00Z', '2027-11-21T01:00:00Z'), 'safe'],
  [
    'an extra certificate begins later, trusted another way',
    withIntermediate('trusted', { notBefore: '2027-01-01T00:00:00Z' }),
    'safe',
  ],
  ['expired', valid('2018-01-01T00:00:00Z', '2020-01-01T00:00:00Z'), 'safe'],
  ['begins in a second', valid('2026-11-21T01:00:01Z', '2027-11-21T01:00:00Z'), 'high verified'],
])('not-yet-valid: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(notYetValid, evidence)).toBe(outcome);
});

describe('expires soon', () => {
  test.each([
    ['a year, 40 days left', valid('2025-12-31T00:00:00Z', '2026-12-31T01:00:00Z'), 'safe'],
    ['a year, 30 days left', valid('2025-12-21T00:00:00Z', '2026-12-21T01:00:00Z'), 'safe'],
    ['90 days, 31 left', valid('2026-09-23T00:00:00Z', '2026-12-22T01:00:00Z'), 'safe'],
    ['47 days, 17 left', valid('2026-10-22T00:00:00Z', '2026-12-08T01:00:00Z'), 'safe'],
    ['6 days, 3 left', valid('2026-11-18T00:00:00Z', '2026-11-24T01:00:00Z'), 'safe'],
    ['already expired', valid('2018-01-01T00:00:00Z', '2020-01-01T00:00:00Z'), 'not-applicable'],
    ['a year, 29 days left', valid('2025-12-20T00:00:00Z', '2026-12-20T01:00:00Z'), 'low verified'],
    ['a year, 13 days left', valid('2025-12-04T00:00:00Z', '2026-12-04T01:00:00Z'), 'medium verified'],
    ['47 days, 15 left', valid('2026-10-20T00:00:00Z', '2026-12-06T01:00:00Z'), 'low verified'],
    ['6 days, 1 hour left', valid('2026-11-15T02:00:00Z', '2026-11-21T02:00:00Z'), 'medium verified'],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(expiresSoon, evidence)).toBe(outcome);
  });

  test('a raised rating says why', () => {
    const verdict = verdictOf(expiresSoon, valid('2025-12-04T00:00:00Z', '2026-12-04T01:00:00Z'));

    expect(verdict).toMatchObject({ detail: { ja: expect.stringContaining('残り 13 日') } });
  });
});

test('a day is the day in Japan', () => {
  expect(dayOf('2027-01-12T15:00:00Z')).toEqual({ ja: '2027年1月13日', en: '2027-01-13 (Japan time)' });
});
