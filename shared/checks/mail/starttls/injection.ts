import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { notHeard } from '../smtp.ts';

export const starttlsInjection = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'medium',
  text: {
    safe: {
      ja: '暗号化の前に送られた SMTP の命令を、暗号化の後に持ち込みません',
      en: 'SMTP commands sent before encryption are not carried into it',
    },
    vulnerable: {
      ja: '暗号化の前に送られた SMTP の命令を、暗号化の後に実行します（STARTTLS インジェクション）',
      en: 'SMTP commands sent before encryption are carried out inside it (STARTTLS injection)',
    },
    why: {
      ja: '通信の途中にいる第三者が、メールの送信者の接続に命令を紛れ込ませられます。職員のパスワードや住民からのメールを、自分の手元に送らせるおそれがあります。',
      en: 'Someone on the way can slip commands into a sender’s connection, and may have staff passwords or residents’ mail delivered to themselves.',
    },
  },
  action: 'software-update',
  fixes: fixList(
    'testssl.sh --starttls-injection -t smtp {host}:{port}',
    {
      ja: 'メールサーバーと、その前段で TLS を扱う装置（迷惑メール対策装置など）を、修正済みの版に更新します。',
      en: 'Update the mail server, and whatever handles TLS in front of it (such as a spam filter), to a corrected version.',
    },
    {
      postfix: {
        ja: '2.8.3、2.7.3、2.6.9、2.5.12、2.4.16 以降に更新して再起動します。',
        en: 'Update to 2.8.3, 2.7.3, 2.6.9, 2.5.12, 2.4.16 or later and restart.',
      },
      exim: {
        ja: '4.95 以降に更新して再起動します。',
        en: 'Update to 4.95 or later and restart.',
      },
      sendmail: {
        ja: '配布元の最新の版に更新して再起動します。',
        en: 'Update to the newest version of your distribution and restart.',
      },
      exchange: {
        ja: '最新の累積更新プログラムとセキュリティ更新プログラムを適用します。前段に中継装置がある場合は、その装置も更新します。',
        en: 'Install the latest cumulative and security updates. Where a relay stands in front, update that too.',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc3207#section-4.2',
    'https://nvd.nist.gov/vuln/detail/CVE-2011-0411',
    'https://www.postfix.org/CVE-2011-0411.html',
  ],
  cves: ['CVE-2011-0411'],
  detect: ({ 'smtp-dialog': mail }) => {
    const { implicitTls, injection, starttls } = mail.data;
    if (implicitTls) return notApplicable;
    return (
      notHeard(mail) ??
      judge(starttls, {
        no: notApplicable,
        yes: () =>
          judge(injection, {
            no: safe,
            yes: () => ({
              verdict: 'vulnerable',
              confidence: 'verified',
              proof: [
                proofAt(mail, ['injection', 'value', 0, 'lines']),
                proofAt(mail, ['injection', 'value', 1, 'lines']),
              ],
            }),
          }),
      })
    );
  },
});
