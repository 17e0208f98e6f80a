import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dmarcReferences } from '../references.ts';
import { dmarcFixes } from './fixes.ts';
import { judgeDmarcRecord, policyOf } from './policy.ts';

export const dmarcPolicyNone = defineCheck({
  version: 2,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: {
      ja: 'DMARC で、なりすましメールを隔離または拒否するよう求めています',
      en: 'DMARC asks recipients to quarantine or reject forged mail',
    },
    vulnerable: {
      ja: 'DMARC が「何もしない」（p=none）のままです',
      en: 'DMARC is still set to “do nothing” (p=none)',
    },
    why: {
      ja: '監視だけの設定なので、なりすましメールはそのまま住民に届きます。報告を確かめる準備の期間であれば問題ありませんが、そのままにせず、隔離や拒否に進めます。',
      en: 'This only watches: forged mail still reaches residents. It is fine while the reports are being studied, but is meant to be followed by quarantine or reject.',
    },
  },
  action: 'mail-domain',
  fixes: dmarcFixes,
  references: dmarcReferences,
  detect: ({ 'mail-domain': mail }) =>
    judgeDmarcRecord(mail, (record) => {
      const policy = policyOf(record);
      if (policy === 'quarantine' || policy === 'reject') return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, record.index, record.at)],
      };
    }),
});
