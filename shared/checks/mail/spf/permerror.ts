import { defineCheck } from '../../check.ts';
import { shown } from '../../shown.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfPermerror = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'SPF レコードは最後まで評価できます', en: 'The SPF record can be evaluated to its end' },
    vulnerable: {
      ja: 'SPF レコードの評価が恒久的な誤りで終わります',
      en: 'Evaluating the SPF record ends in a permanent error',
    },
    why: {
      ja: '受け取る側は、このレコードを「恒久的な誤り」として扱い、SPF がないのと同じか、それより悪い判定をします。なりすましメールが見分けられず、本物のメールが届かないこともあります。',
      en: 'Recipients treat the record as a permanent error, which is as bad as none or worse. Forged mail cannot be told from genuine, and genuine mail may not arrive.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({
    ja: '参照先（include、redirect）にレコードがあるか、参照が循環していないかを確かめて直します。',
    en: 'See that every include and redirect leads to a record and that none leads back, and correct them.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-4.6',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ own, faults }) => {
      // What is malformed in the domain's own record is told by mail.spf.syntax.
      const fault = faults.find(({ index, what }) => index !== own.index || /^(?:include|mx):/.test(what));
      if (fault === undefined) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, fault.index, fault.at)],
        detail: { ja: `評価できない箇所：${shown(fault.what)}`, en: `It fails at ${shown(fault.what)}.` },
      };
    }),
});
