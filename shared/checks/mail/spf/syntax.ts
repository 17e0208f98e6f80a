import { defineCheck } from '../../check.ts';
import { shown } from '../../shown.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfSyntax = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'SPF レコードの書き方に誤りはありません', en: 'The SPF record is well-formed' },
    vulnerable: { ja: 'SPF レコードの書き方に誤りがあります', en: 'The SPF record is malformed' },
    why: {
      ja: '受け取る側は、このレコードを「恒久的な誤り」として扱い、SPF がないのと同じか、それより悪い判定をします。なりすましメールが見分けられず、本物のメールが届かないこともあります。',
      en: 'Recipients treat the record as a permanent error, which is as bad as none or worse. Forged mail cannot be told from genuine, and genuine mail may not arrive.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({ ja: '誤りのある語を直します。', en: 'Correct the malformed term.' }),
  references: ['https://www.rfc-editor.org/rfc/rfc7208#section-12', dekyoSenderAuthentication, googleSenders],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ own }) => {
      const fault = own.terms.find((term) => term.kind === 'fault');
      if (fault === undefined) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, own.index, own.at)],
        detail: { ja: `誤りのある語：${shown(fault.term)}`, en: `The malformed term: ${shown(fault.term)}.` },
      };
    }),
});
