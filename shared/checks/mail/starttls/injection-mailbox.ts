import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';

export const starttlsInjectionMailbox = defineCheck({
  version: 1,
  needs: ['mailbox-dialog'],
  severity: 'medium',
  text: {
    safe: {
      ja: '暗号化の前に送られた IMAP・POP3 の命令を、暗号化の後に持ち込みません',
      en: 'IMAP and POP3 commands sent before encryption are not carried into it',
    },
    vulnerable: {
      ja: '暗号化の前に送られた IMAP・POP3 の命令を、暗号化の後に実行します（STARTTLS インジェクション）',
      en: 'IMAP or POP3 commands sent before encryption are carried out inside it (STARTTLS injection)',
    },
    why: {
      ja: '通信の途中にいる第三者が、職員の接続に命令を紛れ込ませられます。職員のパスワードや住民からのメールを、自分の手元に送らせるおそれがあります。',
      en: 'Someone on the way can slip commands into a staff member’s connection, and may have passwords or residents’ mail delivered to themselves.',
    },
  },
  action: 'software-update',
  fixes: fixList(
    'testssl.sh --starttls-injection -t imap {host}:{port}   # POP3: -t pop3',
    {
      ja: 'メールサーバーと、その前段で TLS を扱う装置を、修正済みの版に更新します。すぐに更新できない場合は、STARTTLS の代わりに最初から TLS を使うポート（993・995 番）だけを公開します。',
      en: 'Update the mail server, and whatever handles TLS in front of it, to a corrected version. Until then, offer only the ports that use TLS from the start (993, 995).',
    },
    {
      dovecot: {
        ja: '配布元の最新の版に更新して再起動します。すぐに更新できない場合は、次で 143 番と 110 番を閉じます。',
        en: 'Update to the newest version of your distribution and restart. Until then, close ports 143 and 110 with this.',
        snippet:
          'service imap-login {\n  inet_listener imap {\n    port = 0\n  }\n}\nservice pop3-login {\n  inet_listener pop3 {\n    port = 0\n  }\n}',
      },
      exchange: {
        ja: '最新の累積更新プログラムとセキュリティ更新プログラムを適用します。前段に中継装置がある場合は、その装置も更新します。',
        en: 'Install the latest cumulative and security updates. Where a relay stands in front, update that too.',
      },
      microsoft365: {
        ja: 'Microsoft 365 の IMAP・POP は 993・995 番だけを使います。ここで応答しているのは移行前のサーバーや中継装置ですので、止めます。',
        en: 'Microsoft 365 uses ports 993 and 995 only: what answers here is an old server or a relay, so turn it off.',
      },
      'google-workspace': {
        ja: 'Google Workspace の IMAP・POP は 993・995 番だけを使います。ここで応答しているのは移行前のサーバーや中継装置ですので、止めます。',
        en: 'Google Workspace uses ports 993 and 995 only: what answers here is an old server or a relay, so turn it off.',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc9051#section-6.2.1',
    'https://nvd.nist.gov/vuln/detail/CVE-2011-0411',
    'https://nvd.nist.gov/vuln/detail/CVE-2011-1926',
    'https://nvd.nist.gov/vuln/detail/CVE-2021-38084',
  ],
  detect: ({ 'mailbox-dialog': mail }) => {
    const { implicitTls, injection, starttls } = mail.data;
    if (implicitTls) return notApplicable;
    return judge(starttls, {
      no: notApplicable,
      yes: () =>
        judge(injection, {
          no: safe,
          yes: () => ({
            verdict: 'vulnerable',
            confidence: 'verified',
            proof: [proofAt(mail, ['injection', 'value'])],
          }),
        }),
    });
  },
});
