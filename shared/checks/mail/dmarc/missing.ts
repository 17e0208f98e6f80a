import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { absenceProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { dmarcFixes } from './fixes.ts';
import { dmarcPolicy } from './policy.ts';

export const dmarcMissing = defineCheck({
  version: 2,
  needs: ['mail-domain'],
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
  detect: ({ 'mail-domain': mail }) => {
    const policy = dmarcPolicy(mail);
    switch (policy.outcome) {
      case 'unknown':
        return undetermined(policy.reason);
      case 'no-domain':
        return notApplicable;
      case 'none':
        return { verdict: 'vulnerable', confidence: 'verified', proof: absenceProof(mail, policy.index) };
      default:
        return safe;
    }
  },
});
