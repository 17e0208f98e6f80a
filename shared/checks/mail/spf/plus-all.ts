import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { proofOfRecord } from '../records.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { breadthOf, judgeSpf } from './record.ts';

export const spfPlusAll = defineCheck({
  version: 1,
  needs: ['dns-answers'],
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
  detect: ({ 'dns-answers': dns }) =>
    judgeSpf(dns, (spf) => {
      const records = spf.found.map(({ at, data }) => ({ at, judged: breadthOf(data) }));
      const open = records.find(({ judged }) => judged.breadth === 'everyone');
      if (open?.judged.breadth === 'everyone') {
        const { term } = open.judged;
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [proofOfRecord(dns, spf, open.at)],
          detail: { ja: `「${term}」がすべての送信元を許可しています。`, en: `"${term}" allows everybody.` },
        };
      }
      if (records.length === 0) return notApplicable;
      return records.some(({ judged }) => judged.breadth === 'redirected')
        ? undetermined('not-attempted')
        : safe;
    }),
});
