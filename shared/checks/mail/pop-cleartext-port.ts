import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';
import { judgeCleartextLogin, pop3Login } from './mailbox.ts';
import { dovecotTlsOnly, mailboxHosts } from './mailbox-fixes.ts';

export const popCleartextPort = defineCheck({
  version: 1,
  needs: ['mailbox-dialog'],
  severity: 'low',
  text: {
    safe: {
      ja: '暗号化していない POP3 ではログインできません',
      en: 'No login over unencrypted POP3',
    },
    vulnerable: {
      ja: '暗号化していない POP3 でログインできます',
      en: 'Login over unencrypted POP3 is possible',
    },
    why: {
      ja: '職員のメールソフトの設定によっては、パスワードや届いたメールが暗号化されずに流れます。途中で盗み見た人は、住民からの相談を含むその職員のメールを読めるようになります。',
      en: 'Depending on its settings, the mail program of a member of staff sends the password and fetches mail unencrypted. Whoever listens can then read that person’s mail, with what residents wrote in it.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    "printf 'CAPA\\r\\nQUIT\\r\\n' | nc -w 5 {host} {port}",
    {
      ja: 'TLS（995 番または STLS）の後だけログインできるようにします。110 番が要らなければ、ファイアウォールで閉じます。',
      en: 'Allow login only in TLS (port 995, or STLS on port 110). Where port 110 is not needed, close it in the firewall.',
    },
    { dovecot: dovecotTlsOnly, ...mailboxHosts('Pop') },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc8314#section-4.1',
    'https://www.rfc-editor.org/rfc/rfc2595#section-2.2',
  ],
  detect: ({ 'mailbox-dialog': mail }) =>
    mail.data.protocol === 'pop3' ? judgeCleartextLogin(mail, pop3Login) : notApplicable,
});
