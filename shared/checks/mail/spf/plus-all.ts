import { defineCheck } from '../../check.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { breadthOf } from './breadth.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfPlusAll = defineCheck({
  version: 2,
  needs: ['mail-domain'],
  severity: 'high',
  text: {
    safe: { ja: 'SPF レコードは送信元を限定しています', en: 'The SPF record limits who may send' },
    vulnerable: {
      ja: 'SPF レコードが、すべての送信元を許可しています',
      en: 'The SPF record allows everybody to send',
    },
    why: {
      ja: '世界中のどのサーバーからでも「正しい送信元」と認める設定です。なりすましメールが本物と判定され、SPF がない場合よりも住民がだまされやすくなります。',
      en: 'Any server in the world is declared a rightful sender. Forged mail is certified as genuine, so that residents are fooled more easily than without SPF.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({
    ja: 'いまの SPF レコードから +all（または /0 の範囲）を消します。',
    en: 'Remove +all (or the range of /0) from the present record.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-5.1',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ own }) => {
      const found = breadthOf(mail, mail.endpoint.host);
      if (found.breadth === 'unknown') return undetermined(found.reason);
      if (found.breadth === 'limited') return safe;
      const { term, place } = found;
      const elsewhere = place.index === own.index ? [] : [recordProof(mail, place.index, place.at)];
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, own.index, own.at), ...elsewhere],
        detail: { ja: `「${term}」がすべての送信元を許可しています。`, en: `"${term}" allows everybody.` },
      };
    }),
});
