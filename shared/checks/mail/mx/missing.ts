import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { isNullMx } from '../mail-domain.ts';
import { isDomain, proofOf, recordsFor } from '../records.ts';

export const mxMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: 'メールの届け先（MX）が公開されています',
      en: 'The DNS says where mail is to be delivered (MX)',
    },
    vulnerable: {
      ja: 'メールの届け先（MX）が公開されていません',
      en: 'The DNS does not say where mail is to be delivered (MX)',
    },
    why: {
      ja: 'このドメインでメールを使うかどうかが、ほかのメールサーバーに分かりません。住民からのメールが Web サーバーに送られて届かなかったり、使っていないドメインを偽の差出人に使われたりします。',
      en: 'Other mail servers cannot tell whether this domain takes mail. Mail from residents may go to the web server and get lost, and an unused domain is easily forged as a sender.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short MX {domain}', {
    ja: 'メールを受け取るドメインであれば、メールサーバーの名前を MX に書きます。メールを使わないドメインであれば、「受け取らない」ことを示す MX（0 .）を書きます。',
    en: 'Where the domain takes mail, name the mail server in an MX record. Where it does not, publish the MX that says so (0 .).',
    snippet:
      '; {domain} takes mail\n{domain}. IN MX 10 MAIL_SERVER.\n; {domain} takes no mail\n{domain}. IN MX 0 .',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc5321#section-5.1',
    'https://www.rfc-editor.org/rfc/rfc7505',
  ],
  detect: ({ 'dns-answers': dns }) => {
    if (!isDomain(dns)) return notApplicable;
    return judge(recordsFor(dns, 'mx'), {
      no: notApplicable,
      yes: (records) => {
        if (records.found.length === 0)
          return { verdict: 'vulnerable', confidence: 'verified', proof: proofOf(dns, records) };
        return records.found.every(({ data }) => isNullMx(data)) ? notApplicable : safe;
      },
    });
  },
});
