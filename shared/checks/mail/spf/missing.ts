import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { proofOf } from '../records.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpf } from './record.ts';

export const spfMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'メールの正しい送信元（SPF）が公開されています',
      en: 'The DNS says which servers may send mail (SPF)',
    },
    vulnerable: {
      ja: 'メールの正しい送信元（SPF）が公開されていません',
      en: 'The DNS does not say which servers may send mail (SPF)',
    },
    why: {
      ja: '受け取る側が、団体を名乗るメールの真偽を見分けられません。職員や役所になりすました詐欺メールが住民に届きやすくなり、本物のメールも迷惑メールとして扱われることがあります。',
      en: 'Recipients cannot tell genuine mail in your name from forged mail. Fraud that poses as the town hall reaches residents more easily, and genuine mail may be taken for spam.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes(),
  references: ['https://www.rfc-editor.org/rfc/rfc7208', dekyoSenderAuthentication, googleSenders],
  detect: ({ 'dns-answers': dns }) =>
    judgeSpf(dns, (spf, all) =>
      spf.found.length > 0
        ? safe
        : { verdict: 'vulnerable', confidence: 'verified', proof: proofOf(dns, all) },
    ),
});
