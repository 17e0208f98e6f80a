import { describe, expect, test } from 'vitest';
import {
  buildMailboxDialog,
  buildPop3Dialog,
  inTlsOnly,
} from '../../evidence/mailbox-dialog/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { imapCleartextPort } from './imap-cleartext-port.ts';
import { popCleartextPort } from './pop-cleartext-port.ts';
import { starttlsInjectionMailbox } from './starttls/injection-mailbox.ts';

const silence = unknown('timeout');
const unheard = {
  greeting: silence,
  capabilities: silence,
  starttls: silence,
  capabilitiesInTls: silence,
  injection: silence,
};

describe.each<{ name: string; check: Check; build: typeof buildPop3Dialog }>([
  { name: 'imap-cleartext-port', check: imapCleartextPort, build: buildMailboxDialog },
  { name: 'pop-cleartext-port', check: popCleartextPort, build: buildPop3Dialog },
  { name: 'starttls.injection-mailbox', check: starttlsInjectionMailbox, build: buildMailboxDialog },
  { name: 'starttls.injection-mailbox', check: starttlsInjectionMailbox, build: buildPop3Dialog },
])('$name', ({ check, build }) => {
  test('a good server → safe', () => {
    expect(outcomeOf(check, build())).toBe('safe');
  });
  test('silence → undetermined', () => {
    expect(outcomeOf(check, build(unheard))).toBe('undetermined: timeout');
  });
  test('TLS from the start → not applicable', () => {
    expect(outcomeOf(check, build(inTlsOnly))).toBe('not-applicable');
  });
});

const imap = (words: string, starttls = buildMailboxDialog().data.starttls) =>
  buildMailboxDialog({ capabilities: yes([`* CAPABILITY IMAP4rev1 ${words}`]), starttls });

test.each([
  ['a challenge after TLS only', imap('STARTTLS LOGINDISABLED AUTH=GSSAPI'), 'safe'],
  ['a certificate as login', imap('STARTTLS LOGINDISABLED AUTH=EXTERNAL'), 'safe'],
  ['the word in lower case', imap('starttls logindisabled'), 'safe'],
  ['neither login nor TLS', imap('LOGINDISABLED', no), 'safe'],
  ['POP3', buildPop3Dialog({ capabilities: yes(['+OK', 'USER']) }), 'not-applicable'],
  ['refused', buildMailboxDialog({ capabilities: no }), 'undetermined: no-capabilities'],
  ['an empty list', buildMailboxDialog({ capabilities: yes([]) }), 'undetermined: no-capabilities'],
  ['another line', buildMailboxDialog({ capabilities: yes(['* OK hi']) }), 'undetermined: no-capabilities'],
  ['turned away', buildMailboxDialog({ capabilities: unknown('blocked') }), 'undetermined: blocked'],
  ['PLAIN before TLS', imap('STARTTLS AUTH=PLAIN'), 'low verified'],
  ['PLAIN in spite of LOGINDISABLED', imap('STARTTLS LOGINDISABLED AUTH=PLAIN'), 'low verified'],
  ['LOGIN not forbidden', imap('STARTTLS'), 'low inferred'],
  ['only a challenge', imap('STARTTLS LOGINDISABLED AUTH=SCRAM-SHA-256'), 'low verified'],
  ['a challenge, LOGIN not forbidden', imap('STARTTLS AUTH=CRAM-MD5'), 'low inferred'],
  ['PLAIN and no TLS at all', imap('AUTH=PLAIN', no), 'medium verified'],
  ['PLAIN, TLS unknown', imap('AUTH=PLAIN', silence), 'low verified'],
])('imap-cleartext-port: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(imapCleartextPort, evidence)).toBe(outcome);
});

const pop3 = (capabilities: readonly string[], starttls = buildPop3Dialog().data.starttls) =>
  buildPop3Dialog({ capabilities: yes(['+OK', ...capabilities]), starttls });

test.each([
  ['no method before TLS', pop3(['STLS', 'SASL']), 'safe'],
  ['a ticket', pop3(['STLS', 'SASL GSSAPI']), 'safe'],
  ['words that begin alike', pop3(['STLS', 'USERNAMES', 'SASLX PLAIN']), 'safe'],
  ['PLAIN in another line', pop3(['STLS', 'IMPLEMENTATION PLAIN']), 'safe'],
  ['the greeting line says USER', buildPop3Dialog({ capabilities: yes(['+OK USER', 'STLS']) }), 'safe'],
  ['USER inside TLS only', buildPop3Dialog({ capabilitiesInTls: yes(['+OK', 'USER']) }), 'safe'],
  ['IMAP', imap('AUTH=PLAIN'), 'not-applicable'],
  ['no CAPA', buildPop3Dialog({ capabilities: no }), 'undetermined: no-capabilities'],
  ['turned away', buildPop3Dialog({ capabilities: unknown('blocked') }), 'undetermined: blocked'],
  ['USER', pop3(['STLS', 'USER']), 'low verified'],
  ['PLAIN', pop3(['STLS', 'sasl plain']), 'low verified'],
  ['only a challenge', pop3(['STLS', 'SASL CRAM-MD5']), 'low verified'],
  ['USER and no TLS at all', pop3(['USER'], no), 'medium verified'],
])('pop-cleartext-port: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(popCleartextPort, evidence)).toBe(outcome);
});

test.each([
  [
    'no STARTTLS',
    buildMailboxDialog({ starttls: no, injection: unknown('not-attempted') }),
    'not-applicable',
  ],
  ['the handshake failed', buildMailboxDialog({ injection: unknown('garbled') }), 'undetermined: garbled'],
  [
    'never got that far',
    buildMailboxDialog({ injection: unknown('not-attempted') }),
    'undetermined: not-attempted',
  ],
  [
    'NOOP answered in TLS',
    buildMailboxDialog({ injection: yes('i2 OK NOOP completed.') }),
    'medium verified',
  ],
  ['CAPA answered in TLS', buildPop3Dialog({ injection: yes('+OK') }), 'medium verified'],
])('starttls.injection-mailbox: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(starttlsInjectionMailbox, evidence)).toBe(outcome);
});
