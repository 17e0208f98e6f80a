import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dmarcReferences } from '../references.ts';
import { dmarcFixes } from './fixes.ts';
import { judgeDmarcRecord } from './policy.ts';

export const dmarcPctBelow100 = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: { ja: 'DMARC はすべてのなりすましメールに適用されます', en: 'DMARC applies to all forged mail' },
    vulnerable: {
      ja: 'DMARC が一部のなりすましメールにしか適用されません',
      en: 'DMARC applies to part of the forged mail only',
    },
    why: {
      ja: 'pct の値が 100 未満のため、なりすましメールの一部はそのまま住民に届きます。段階的に強める途中の設定が残っている状態です。',
      en: 'With pct below 100 some of the forged mail still reaches residents. It is a step on the way that was left in place.',
    },
  },
  action: 'mail-domain',
  fixes: dmarcFixes,
  references: dmarcReferences,
  detect: ({ 'mail-domain': mail }) =>
    judgeDmarcRecord(mail, ({ tags, index, at }) => {
      const pct = tags?.get('pct');
      if (pct === undefined || !/^\d{1,3}$/.test(pct) || Number(pct) >= 100) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, index, at)],
        detail: { ja: `pct=${pct} です。`, en: `It says pct=${pct}.` },
      };
    }),
});
