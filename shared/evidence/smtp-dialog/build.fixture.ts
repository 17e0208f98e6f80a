import { no, unknown } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';
import type { SmtpReply } from './schema.ts';

type SmtpDialog = EvidenceData['smtp-dialog'];

/** `reply(250, 'mx.city.example.jp', 'STARTTLS')` */
export function reply(code: number, ...lines: string[]): { outcome: 'yes'; value: SmtpReply } {
  return { outcome: 'yes', value: { code, lines } };
}

/** A receiving mail server as it should be: STARTTLS, no AUTH, no relay, no names given away. */
export function buildSmtpDialog(
  overrides: Partial<SmtpDialog> = {},
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'smtp-dialog'> {
  return envelope(
    'smtp-dialog',
    { port: 25, name: 'mx.city.example.jp', ...endpoint },
    {
      implicitTls: false,
      banner: reply(220, 'mx.city.example.jp ESMTP'),
      ehlo: reply(250, 'mx.city.example.jp', 'PIPELINING', 'SIZE 10240000', 'STARTTLS', '8BITMIME'),
      starttls: reply(220, '2.0.0 Ready to start TLS'),
      ehloInTls: reply(250, 'mx.city.example.jp', 'PIPELINING', '8BITMIME'),
      relay: no,
      injection: no,
      plainBanner: unknown('not-attempted'),
      vrfy: {
        postmaster: reply(252, '2.0.0 postmaster'),
        random: reply(252, '2.0.0 enkaku-k3v9q2x7'),
      },
      transcript: [
        { from: 'server', text: '220 mx.city.example.jp ESMTP' },
        { from: 'client', text: 'EHLO scanner.example.jp' },
      ],
      ...overrides,
    },
  );
}
