import { describe, expect, test } from 'vitest';
import { buildSmtpDialog, reply } from '../../evidence/smtp-dialog/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { authCleartext } from './auth/cleartext.ts';
import { bannerVersion } from './banner-version.ts';
import { openRelay } from './open-relay.ts';
import { starttlsMissing } from './starttls/missing.ts';
import { vrfyExpn } from './vrfy-expn.ts';

const silent = unknown('timeout');
const ehlo = (...extensions: string[]) => reply(250, 'mx.city.example.jp', ...extensions);
const turnedAway = {
  banner: reply(554, 'mx.city.example.jp refused'),
  ehlo: unknown('blocked'),
  starttls: unknown('not-attempted'),
  relay: unknown('blocked'),
  vrfy: { postmaster: unknown('not-attempted'), random: unknown('not-attempted') },
} as const;

describe.each<{ name: string; check: Check }>([
  { name: 'starttls.missing', check: starttlsMissing },
  { name: 'auth.cleartext', check: authCleartext },
  { name: 'open-relay', check: openRelay },
  { name: 'vrfy-expn', check: vrfyExpn },
  { name: 'banner-version', check: bannerVersion },
])('$name', ({ check }) => {
  test('a good server → safe', () => {
    expect(outcomeOf(check, buildSmtpDialog())).toBe('safe');
  });

  test('turned away at the door → undetermined', () => {
    expect(outcomeOf(check, buildSmtpDialog(turnedAway))).toBe('undetermined: blocked');
  });

  test('silence → undetermined', () => {
    const evidence = buildSmtpDialog({
      banner: silent,
      ehlo: silent,
      starttls: silent,
      relay: silent,
      vrfy: { postmaster: silent, random: silent },
    });

    expect(outcomeOf(check, evidence)).toBe('undetermined: timeout');
  });
});

test.each([
  ['STARTTLS accepted', buildSmtpDialog(), 'safe'],
  ['TLS from the start', buildSmtpDialog({ implicitTls: true, starttls: no }), 'not-applicable'],
  [
    'a firewall blanks it out',
    buildSmtpDialog({ ehlo: ehlo('XXXXXXXA'), starttls: no }),
    'undetermined: middlebox',
  ],
  ['EHLO is not understood', buildSmtpDialog({ ehlo: no, starttls: no }), 'undetermined: no-ehlo'],
  ['the command was not answered', buildSmtpDialog({ starttls: silent }), 'undetermined: timeout'],
  ['not now', buildSmtpDialog({ starttls: unknown('blocked') }), 'undetermined: blocked'],
  [
    'not announced',
    buildSmtpDialog({ ehlo: ehlo('SIZE 1', 'HELP STARTTLS'), starttls: no }),
    'medium verified',
  ],
  ['announced, then refused', buildSmtpDialog({ starttls: no }), 'medium inferred'],
])('starttls.missing: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(starttlsMissing, evidence)).toBe(outcome);
});

test.each([
  ['none before TLS', buildSmtpDialog({ ehloInTls: ehlo('AUTH PLAIN') }), 'safe'],
  ['a word that begins alike', buildSmtpDialog({ ehlo: ehlo('AUTHORITY PLAIN') }), 'safe'],
  ['TLS from the start', buildSmtpDialog({ implicitTls: true, ehlo: ehlo('AUTH PLAIN') }), 'not-applicable'],
  [
    'a firewall blanks it out',
    buildSmtpDialog({ ehlo: ehlo('XXXXXXXA', 'AUTH PLAIN') }),
    'undetermined: middlebox',
  ],
  ['EHLO is not understood', buildSmtpDialog({ ehlo: no }), 'undetermined: no-ehlo'],
  ['PLAIN', buildSmtpDialog({ ehlo: ehlo('AUTH PLAIN CRAM-MD5') }), 'medium verified'],
  ['the old spelling', buildSmtpDialog({ ehlo: ehlo('auth=login') }), 'medium verified'],
  ['only a challenge', buildSmtpDialog({ ehlo: ehlo('AUTH CRAM-MD5 SCRAM-SHA-256') }), 'low verified'],
])('auth.cleartext: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(authCleartext, evidence)).toBe(outcome);
});

const accepted = { relay: reply(250, '2.1.5 Ok') };

test.each([
  ['refused', buildSmtpDialog(), 'safe'],
  ['greylisted', buildSmtpDialog({ relay: unknown('blocked') }), 'undetermined: blocked'],
  ['an odd reply', buildSmtpDialog({ relay: reply(252, 'cannot verify') }), 'undetermined: garbled'],
  [
    'accepted, seen from the Internet',
    buildSmtpDialog(accepted, { host: '203.0.114.5' }),
    'critical verified',
  ],
  ['accepted, seen from within', buildSmtpDialog(accepted, { host: '10.0.0.5' }), 'critical inferred'],
  ['accepted on this very machine', buildSmtpDialog(accepted, { host: '127.0.0.1' }), 'critical inferred'],
])('open-relay: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(openRelay, evidence)).toBe(outcome);
});

test('open-relay: says how far it went', () => {
  const verdict = verdictOf(openRelay, buildSmtpDialog(accepted));

  expect(openRelay.text.vulnerable.en).toContain('accepts RCPT');
  expect(verdict).toMatchObject({ detail: { ja: expect.stringContaining('本文は送っていません') } });
});

const vrfy = (
  postmaster: ReturnType<typeof reply> | typeof no,
  random: ReturnType<typeof reply> | typeof no | typeof silent,
) => buildSmtpDialog({ vrfy: { postmaster, random } });

test.each([
  ['252 for both', buildSmtpDialog(), 'safe'],
  ['refused', vrfy(no, no), 'safe'],
  ['252 for the known, no for the unknown: the two are told apart', vrfy(reply(252, ''), no), 'low verified'],
  ['yes to anything', vrfy(reply(250, 'postmaster'), reply(250, 'x')), 'safe'],
  [
    'yes to the known, silence for the unknown',
    vrfy(reply(250, 'postmaster'), silent),
    'undetermined: timeout',
  ],
  ['yes to the known, no to the unknown', vrfy(reply(250, 'postmaster'), no), 'low verified'],
  ['the same, kept as a reply', vrfy(reply(250, 'postmaster'), reply(550, 'unknown')), 'low verified'],
])('vrfy-expn: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(vrfyExpn, evidence)).toBe(outcome);
});

const greeting = (text: string) => buildSmtpDialog({ banner: reply(220, text) });

test.each([
  ['mx.city.example.jp ESMTP', 'safe'],
  ['mx1.2.example.jp ESMTP Postfix', 'safe'],
  ['mx ESMTP ready at Sat, 21 Nov 2026 10:00:00 +0900', 'safe'],
  ['mx ESMTP [192.0.2.25] ready', 'safe'],
  ['', 'safe'],
  ['mx ESMTP Postfix (3.4.13)', 'info verified'],
  ['mx ESMTP Exim 4.96 Sat, 21 Nov 2026 10:00:00 +0900', 'info verified'],
  ['mx ESMTP Sendmail 8.15.2/8.15.2; Sat, 21 Nov 2026', 'info verified'],
  ['mx Microsoft ESMTP MAIL Service, Version: 10.0.17763.1697 ready', 'info verified'],
])('banner-version: %j → %s', (text, outcome) => {
  expect(outcomeOf(bannerVersion, greeting(text))).toBe(outcome);
});
