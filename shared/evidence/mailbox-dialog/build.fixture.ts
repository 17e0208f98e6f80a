import { no, unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { MailboxDialog } from './schema.ts';

/** An IMAP server as it should be: it takes passwords after STARTTLS only. */
export function buildMailboxDialog(
  overrides: Partial<MailboxDialog> = {},
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'mailbox-dialog'> {
  return envelope(
    'mailbox-dialog',
    { port: 143, name: 'mail.city.example.jp', ...endpoint },
    {
      protocol: 'imap',
      implicitTls: false,
      greeting: yes('* OK Dovecot ready.'),
      capabilities: yes(['* CAPABILITY IMAP4rev1 ID IDLE STARTTLS LOGINDISABLED']),
      starttls: yes('e2 OK Begin TLS negotiation now.'),
      capabilitiesInTls: yes(['* CAPABILITY IMAP4rev1 ID IDLE AUTH=PLAIN AUTH=LOGIN']),
      injection: no,
      ...overrides,
    },
  );
}

/** A POP3 server as it should be. */
export function buildPop3Dialog(overrides: Partial<MailboxDialog> = {}): EvidenceOf<'mailbox-dialog'> {
  return buildMailboxDialog(
    {
      protocol: 'pop3',
      greeting: yes('+OK Dovecot ready.'),
      capabilities: yes(['+OK', 'CAPA', 'TOP', 'UIDL', 'RESP-CODES', 'STLS', 'SASL']),
      starttls: yes('+OK Begin TLS negotiation now.'),
      capabilitiesInTls: yes(['+OK', 'CAPA', 'TOP', 'UIDL', 'USER', 'SASL PLAIN LOGIN']),
      ...overrides,
    },
    { port: 110 },
  );
}

/** The same server on its TLS port: nothing was asked in the clear. */
export const inTlsOnly: Partial<MailboxDialog> = {
  implicitTls: true,
  capabilities: unknown('not-attempted'),
  starttls: unknown('not-attempted'),
  injection: unknown('not-attempted'),
};
