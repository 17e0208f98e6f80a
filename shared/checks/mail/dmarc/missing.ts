import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { proofOf } from '../records.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { dmarcFixes } from './fixes.ts';
import { isRegistered, judgeDmarc } from './record.ts';

export const dmarcMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'なりすましメールの扱い（DMARC）が公開されています',
      en: 'The DNS says what to do with forged mail (DMARC)',
    },
    vulnerable: {
      ja: 'なりすましメールの扱い（DMARC）が公開されていません',
      en: 'The DNS does not say what to do with forged mail (DMARC)',
    },
    why: {
      ja: '差出人の欄に団体のアドレスを書いた偽のメールを、受け取る側が断れません。役所を装った詐欺メールが住民に届くおそれがあり、届いていても団体はそれに気づけません。',
      en: 'Recipients have no ground to refuse mail with your address forged as its sender. Fraud in the name of the town hall may reach residents, and you would not hear of it.',
    },
  },
  action: 'mail-domain',
  fixes: dmarcFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc7489', dekyoSenderAuthentication, googleSenders],
  detect: ({ 'dns-answers': dns }) =>
    judgeDmarc(dns, (dmarc) => {
      if (dmarc.found.length === 1) return safe;
      const proof = proofOf(dns, dmarc.all);
      if (dmarc.found.length > 1)
        return { verdict: 'vulnerable', confidence: 'verified', proof, detail: several };
      return isRegistered(dns.endpoint.host)
        ? { verdict: 'vulnerable', confidence: 'verified', proof }
        : { verdict: 'vulnerable', confidence: 'inferred', proof, detail: perhapsAbove };
    }),
});

/** RFC 7489 §6.6.3: with several records, none applies. */
const several = {
  ja: 'DMARC レコードが複数あるため、決まりによりすべて無効です。',
  en: 'There are several DMARC records, so by the rules none applies.',
};
const perhapsAbove = {
  ja: '上位のドメインに DMARC レコードがあれば、それが適用されます。',
  en: 'Should a domain above this one have a DMARC record, that applies.',
};
