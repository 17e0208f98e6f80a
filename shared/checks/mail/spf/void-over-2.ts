import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfVoidOver2 = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'SPF から参照される名前はすべて存在します', en: 'The names that SPF refers to exist' },
    vulnerable: {
      ja: 'SPF から参照される名前のうち、存在しないものが 2 つを超えます',
      en: 'More than two names that SPF refers to do not exist',
    },
    why: {
      ja: 'SPF の規格は、答えのない問い合わせを 2 回までに限っています。超えると恒久的な誤りとして扱われ、本物のメールが届かないことがあります。使わなくなったサーバーの名前が残っていると起こります。',
      en: 'The standard allows two lookups without an answer. Beyond that the record counts as a permanent error, and genuine mail may not arrive. Names of servers long gone cause it.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({
    ja: '存在しない名前を参照している語を消します。',
    en: 'Remove the terms that refer to names which do not exist.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ own, voids }) =>
      voids <= 2
        ? safe
        : {
            verdict: 'vulnerable',
            confidence: 'verified',
            proof: [recordProof(mail, own.index, own.at)],
            detail: { ja: `答えのない問い合わせは ${voids} 回です。`, en: `${voids} lookups bring nothing.` },
          },
    ),
});
