import { expect, test } from 'vitest';
import { buildCertificate, leafCertificate } from '../../evidence/certificate/build.fixture.ts';
import { buildSmtpDialog, reply } from '../../evidence/smtp-dialog/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { certNameMismatch } from './cert-name-mismatch.ts';

const smtp = { via: 'smtp-starttls' } as const;
const carrying = (...dnsNames: string[]) => ({
  ...smtp,
  presented: { chain: [leafCertificate({ dnsNames })] },
});
const at = (port: number, name: string | null = 'www.city.example.jp') => ({ port, name });

test.each([
  ['the name it was asked for', carrying('www.city.example.jp'), 587, 'safe'],
  ['the name it announces', carrying('mx.city.example.jp'), 587, 'safe'],
  ['a wildcard over the name it announces', carrying('*.city.example.jp'), 25, 'safe'],
  ['no certificate, for want of STARTTLS', { ...smtp, presented: no }, 25, 'not-applicable'],
  ['a handshake that was cut off', { ...smtp, presented: unknown('reset') }, 25, 'undetermined: reset'],
  ['another name, where mail is handed in', carrying('mail.other.example'), 587, 'medium verified'],
  ['another name, between mail servers', carrying('mail.other.example'), 25, 'low verified'],
  ['no alternative name, the right common name', carrying(), 587, 'safe'],
])('%s → %s', (_, certificate, port, outcome) => {
  expect(
    outcomeOf(certNameMismatch, buildSmtpDialog({}, at(port)), buildCertificate(certificate, at(port))),
  ).toBe(outcome);
});

test('a greeting that is no name → only the name asked for counts', () => {
  const mail = buildSmtpDialog(
    { banner: reply(220, '*** ESMTP'), ehlo: reply(250, '\0'), ehloInTls: no },
    at(587, null),
  );

  expect(
    outcomeOf(certNameMismatch, mail, buildCertificate(carrying('mx.city.example.jp'), at(587, null))),
  ).toBe('medium verified');
});
