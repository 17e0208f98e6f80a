import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfNeutral = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: {
      ja: 'SPF レコードは、それ以外の送信元を否定しています',
      en: 'The SPF record rejects all other senders',
    },
    vulnerable: {
      ja: 'SPF レコードが、それ以外の送信元について何も述べていません',
      en: 'The SPF record says nothing of other senders',
    },
    why: {
      ja: '最後が ?all であるか all がないため、書かれていない送信元からのメールが「判断しない」とされます。なりすましメールを見分ける役に立ちません。',
      en: 'It ends in ?all or in nothing, so mail from other senders is judged neutral. That does not help to tell forged mail.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({ ja: '最後を ~all か -all にします。', en: 'Let it end in ~all or -all.' }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-5.1',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ own }) => {
      const all = own.terms.find((term) => term.kind === 'mechanism' && term.name === 'all');
      const redirected = own.terms.some((term) => term.kind === 'modifier' && term.name === 'redirect');
      const says = all?.kind === 'mechanism' ? all.qualifier : redirected ? '-' : '?';
      return says === '?'
        ? { verdict: 'vulnerable', confidence: 'verified', proof: [recordProof(mail, own.index, own.at)] }
        : safe;
    }),
});
