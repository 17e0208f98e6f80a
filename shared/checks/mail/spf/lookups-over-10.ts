import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfLookupsOver10 = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'SPF の評価に要する問い合わせは 10 回以内です',
      en: 'Evaluating SPF takes at most ten lookups',
    },
    vulnerable: {
      ja: 'SPF の評価に要する問い合わせが 10 回を超えます',
      en: 'Evaluating SPF takes more than ten lookups',
    },
    why: {
      ja: 'SPF の規格は、1 通のメールを調べるための DNS の問い合わせを 10 回までに限っています。超えると恒久的な誤りとして扱われ、本物のメールが届かないことがあります。',
      en: 'The standard allows ten DNS lookups for one mail. Beyond that the record counts as a permanent error, and genuine mail may not arrive.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({
    ja: '使っていない include を消し、サーバーの少ないサービスは ip4 で直接書いて、問い合わせを 10 回以内にします。',
    en: 'Remove includes that are not used, and write servers directly as ip4 where there are few, until ten lookups are enough.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ own, lookups }) =>
      lookups <= 10
        ? safe
        : {
            verdict: 'vulnerable',
            confidence: 'verified',
            proof: [recordProof(mail, own.index, own.at)],
            detail: { ja: `問い合わせは ${lookups} 回です。`, en: `It takes ${lookups} lookups.` },
          },
    ),
});
