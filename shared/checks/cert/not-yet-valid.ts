import { epochMs } from '../../model/instant.ts';
import { defineCheck } from '../check.ts';
import { safe } from '../verdicts.ts';
import { dayOf } from './dates.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain, roleOf } from './presented.ts';

export const notYetValid = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'high',
  text: {
    safe: { ja: 'サーバー証明書の有効期間は始まっています', en: 'The certificate is already valid' },
    vulnerable: {
      ja: 'サーバー証明書の有効期間がまだ始まっていません',
      en: 'The certificate is not valid yet',
    },
    why: {
      ja: '有効期間の前の証明書では、ブラウザーが警告を出し、住民はページを開けません。早く入れ替えすぎたか、証明書を作ったときの時計が狂っていたと考えられます。',
      en: 'Before the certificate becomes valid, browsers show a warning and residents cannot open the page. It was installed too early, or made on a machine whose clock was wrong.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '有効期間の始まった証明書に戻すか、正しい日付で発行し直します。',
    en: 'Go back to a certificate that is valid now, or have it issued with the right dates.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5'],
  detect: ({ certificate }, at) =>
    judgeChain(certificate, (_, { chain, trust }) => {
      const index = chain.findIndex(({ notBefore }) => Date.parse(notBefore) > epochMs(at));
      const found = chain[index];
      if (found === undefined || (index > 0 && trust === 'trusted')) return safe;
      const [role, day] = [roleOf(index), dayOf(found.notBefore)];
      return faulty(certificate, [['chain', index, 'notBefore']], {
        usual: 'high',
        detail: {
          ja: `${role.ja}の有効期間は ${day.ja} からです。`,
          en: `The ${role.en} is valid from ${day.en}.`,
        },
      });
    }),
});
