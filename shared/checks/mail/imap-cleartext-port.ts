import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';
import { imapLogin, judgeCleartextLogin } from './mailbox.ts';
import { dovecotTlsOnly, mailboxHosts } from './mailbox-fixes.ts';

export const imapCleartextPort = defineCheck({
  version: 1,
  needs: ['mailbox-dialog'],
  severity: 'low',
  text: {
    safe: {
      ja: '暗号化していない IMAP ではログインできません',
      en: 'No login over unencrypted IMAP',
    },
    vulnerable: {
      ja: '暗号化していない IMAP でログインできます',
      en: 'Login over unencrypted IMAP is possible',
    },
    why: {
      ja: '職員のメールソフトの設定によっては、パスワードや届いたメールが暗号化されずに流れます。途中で盗み見た人は、住民からの相談を含むその職員のメールを読めるようになります。',
      en: 'Depending on its settings, the mail program of a member of staff sends the password and fetches mail unencrypted. Whoever listens can then read that person’s mail, with what residents wrote in it.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    "printf 'a CAPABILITY\\r\\nb LOGOUT\\r\\n' | nc -w 5 {host} {port}",
    {
      ja: 'TLS（993 番または STARTTLS）の後だけログインできるようにします。143 番が要らなければ、ファイアウォールで閉じます。',
      en: 'Allow login only in TLS (port 993, or STARTTLS on port 143). Where port 143 is not needed, close it in the firewall.',
    },
    { dovecot: dovecotTlsOnly, ...mailboxHosts('Imap') },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc8314#section-4.1',
    'https://www.rfc-editor.org/rfc/rfc9051#section-6.2.3',
  ],
  detect: ({ 'mailbox-dialog': mail }) =>
    mail.data.protocol === 'imap' ? judgeCleartextLogin(mail, imapLogin) : notApplicable,
});
