import { expect, test } from 'vitest';
import { buildSmtpDialog, reply } from '../../evidence/smtp-dialog/build.fixture.ts';
import { acceptedHello, buildMxTlsHello } from '../../evidence/tls-hello/build.fixture.ts';
import { tlsVersions } from '../../evidence/tls-hello/schema.ts';
import { no, type UnknownReason, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { middleboxFixup } from './middlebox_fixup.ts';
import { starttlsBroken } from './starttls/broken.ts';
import { starttlsInjection } from './starttls/injection.ts';
import { starttlsMissing } from './starttls/missing.ts';
import { submissionNoTls } from './submission/no-tls.ts';

const ehlo = (...extensions: string[]) => reply(250, 'mx.city.example.jp', ...extensions);
const asterisks = '***************2******0*0***********';
const masked = { banner: reply(220, asterisks), ehlo: ehlo('PIPELINING'), starttls: no } as const;

const every = (answer: typeof no | ReturnType<typeof unknown>) =>
  Object.fromEntries(tlsVersions.map((version) => [version, answer]));
const hello = (answer: typeof no | ReturnType<typeof unknown>, change = {}) =>
  buildMxTlsHello({ versions: { ...every(answer), ...change } });
const failed = (reason: UnknownReason) => buildSmtpDialog({ ehloInTls: unknown(reason) });

test.each([
  ['a handshake', buildSmtpDialog(), buildMxTlsHello(), 'safe'],
  [
    'our library fails, TLS 1.0 is spoken',
    failed('garbled'),
    hello(no, { 'TLSv1.0': acceptedHello() }),
    'safe',
  ],
  [
    'no STARTTLS',
    buildSmtpDialog({ starttls: no, ehloInTls: unknown('not-attempted') }),
    hello(no),
    'not-applicable',
  ],
  ['TLS from the start', buildSmtpDialog({ implicitTls: true }), hello(no), 'not-applicable'],
  ['the handshake takes too long', failed('timeout'), hello(no), 'undetermined: timeout'],
  [
    'one version takes too long',
    failed('garbled'),
    hello(no, { 'TLSv1.3': unknown('timeout') }),
    'undetermined: timeout',
  ],
  ['we are shut out', failed('garbled'), hello(unknown('blocked')), 'undetermined: blocked'],
  ['nobody asked', failed('garbled'), hello(unknown('not-attempted')), 'undetermined: not-attempted'],
  [
    'not now',
    buildSmtpDialog({ starttls: unknown('blocked'), ehloInTls: unknown('not-attempted') }),
    hello(no),
    'undetermined: blocked',
  ],
  [
    'a firewall blanks the answers out',
    buildSmtpDialog({ ehlo: ehlo('XXXXXXXA'), ehloInTls: unknown('garbled') }),
    hello(no),
    'undetermined: middlebox',
  ],
  ['every version is refused', failed('closed'), hello(no), 'high verified'],
  [
    'SSL 3.0 alone was not asked',
    failed('closed'),
    hello(unknown('closed'), { SSLv3: unknown('not-attempted') }),
    'high inferred',
  ],
  ['SSL 3.0 alone is spoken', failed('closed'), hello(no, { SSLv3: acceptedHello() }), 'safe'],
  ['every connection ends', failed('closed'), hello(unknown('closed')), 'high inferred'],
  ['something else than TLS', failed('garbled'), hello(unknown('garbled')), 'high inferred'],
])('starttls.broken: %s → %s', (_, mail, hellos, outcome) => {
  expect(outcomeOf(starttlsBroken, mail, hellos)).toBe(outcome);
});

test.each([
  ['plain answers', buildSmtpDialog(), 'safe'],
  ['one asterisk', buildSmtpDialog({ banner: reply(220, 'mx * ESMTP ****') }), 'safe'],
  ['a short greeting', buildSmtpDialog({ banner: reply(220, '200') }), 'safe'],
  ['an extension of X', buildSmtpDialog({ ehlo: ehlo('XCLIENT NAME', 'XXX') }), 'safe'],
  [
    'silence',
    buildSmtpDialog({ banner: unknown('timeout'), ehlo: unknown('not-attempted') }),
    'undetermined: timeout',
  ],
  ['a greeting of asterisks', buildSmtpDialog(masked), 'info inferred'],
  ['keywords of X', buildSmtpDialog({ ehlo: ehlo('PIPELINING', 'XXXXXXXA') }), 'info verified'],
])('middlebox_fixup: %s → %s', (_, mail, outcome) => {
  expect(outcomeOf(middleboxFixup, mail)).toBe(outcome);
});

test('behind such a firewall → nobody is told that STARTTLS is missing', () => {
  expect(outcomeOf(starttlsMissing, buildSmtpDialog(masked))).toBe('undetermined: middlebox');
  expect(outcomeOf(submissionNoTls, buildSmtpDialog(masked, { port: 587 }))).toBe('undetermined: middlebox');
});

const submission = (change: Parameters<typeof buildSmtpDialog>[0]) => buildSmtpDialog(change, { port: 587 });

test.each([
  ['STARTTLS', submission({}), 'safe'],
  ['port 25', buildSmtpDialog({ starttls: no, ehlo: ehlo('SIZE 1') }), 'not-applicable'],
  ['another port', buildSmtpDialog({ starttls: no }, { port: 2525 }), 'not-applicable'],
  [
    'turned away',
    submission({ banner: reply(554, 'no'), ehlo: unknown('blocked'), starttls: unknown('not-attempted') }),
    'undetermined: blocked',
  ],
  [
    'silence',
    submission({ ehlo: unknown('timeout'), starttls: unknown('not-attempted') }),
    'undetermined: timeout',
  ],
  ['not now', submission({ starttls: unknown('blocked') }), 'undetermined: blocked'],
  [
    'EHLO is not understood',
    submission({ ehlo: no, starttls: unknown('not-attempted') }),
    'undetermined: no-ehlo',
  ],
  ['not announced', submission({ ehlo: ehlo('AUTH PLAIN'), starttls: no }), 'low verified'],
  ['announced, then refused', submission({ starttls: no }), 'low inferred'],
])('submission.no-tls: %s → %s', (_, mail, outcome) => {
  expect(outcomeOf(submissionNoTls, mail)).toBe(outcome);
});

test('on the port for clients → one finding, not two', () => {
  expect(outcomeOf(starttlsMissing, submission({ ehlo: ehlo('AUTH PLAIN'), starttls: no }))).toBe(
    'not-applicable',
  );
});

const twice = { outcome: 'yes' as const, value: [reply(250, 'ok').value, reply(250, 'ok').value] };

test.each([
  ['one answer', buildSmtpDialog(), 'safe'],
  ['TLS from the start', buildSmtpDialog({ implicitTls: true }), 'not-applicable'],
  ['no STARTTLS', buildSmtpDialog({ starttls: no, injection: unknown('not-attempted') }), 'not-applicable'],
  ['turned away', buildSmtpDialog({ banner: reply(421, 'busy'), injection: twice }), 'undetermined: blocked'],
  ['the connection ends', buildSmtpDialog({ injection: unknown('closed') }), 'undetermined: closed'],
  [
    'stored before anyone asked',
    buildSmtpDialog({ injection: unknown('not-attempted') }),
    'undetermined: not-attempted',
  ],
  ['two answers to one NOOP', buildSmtpDialog({ injection: twice }), 'medium verified'],
])('starttls.injection: %s → %s', (_, mail, outcome) => {
  expect(outcomeOf(starttlsInjection, mail)).toBe(outcome);
});

const implicit = (change: Parameters<typeof buildSmtpDialog>[0]) =>
  buildSmtpDialog({ implicitTls: true, ehlo: unknown('not-attempted'), ...change }, { port: 465 });

test.each([
  ['TLS', implicit({}), 'safe'],
  [
    'neither TLS nor clear text',
    implicit({ banner: unknown('garbled'), plainBanner: unknown('garbled') }),
    'undetermined: garbled',
  ],
  ['silence', implicit({ banner: unknown('timeout') }), 'undetermined: timeout'],
  [
    'refused in clear text',
    implicit({ banner: unknown('garbled'), plainBanner: no }),
    'undetermined: garbled',
  ],
  [
    'clear text',
    implicit({ banner: unknown('garbled'), plainBanner: reply(220, 'mx ESMTP') }),
    'low verified',
  ],
])('submission.no-tls on the port for TLS: %s → %s', (_, mail, outcome) => {
  expect(outcomeOf(submissionNoTls, mail)).toBe(outcome);
});
