import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { orderedChainFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const chainOrder = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'info',
  text: {
    safe: { ja: '証明書は正しい順に並んでいます', en: 'The certificates are in order' },
    vulnerable: { ja: '証明書の並びが順不同です', en: 'The certificates are out of order' },
    why: {
      ja: 'サーバー証明書から認証局まで順に並ぶべき証明書が、違う順で送られています。多くのブラウザーは自分で並べ直しますが、古い端末やほかのシステムでは接続できないことがあります。',
      en: 'The certificates should lead from the server to its authority one after another, and do not. Most browsers sort them; old devices and other systems may fail.',
    },
  },
  action: 'certificate-renewal',
  fixes: orderedChainFixes,
  references: [
    'https://www.rfc-editor.org/rfc/rfc5246#section-7.4.2',
    'https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2',
  ],
  detect: ({ certificate }) =>
    judgeChain(certificate, (_, { chain, listed }) => {
      if (listed !== 'as-sent') return undetermined('sorted-by-library');
      const index = chain.findIndex(({ subject }, at) => at > 0 && chain[at - 1]?.issuer !== subject);
      const found = chain[index];
      const elsewhere = chain.some(({ issuer }, at) => at !== index - 1 && issuer === found?.subject);
      if (found === undefined || !elsewhere) return safe;
      return faulty(
        certificate,
        [
          ['chain', index, 'subject'],
          ['chain', index - 1, 'issuer'],
        ],
        {
          usual: 'info',
          detail: {
            ja: `${index + 1} 枚目の証明書は、その前の証明書の発行者のものではありません。`,
            en: `Certificate ${index + 1} is not that of the issuer of the one before.`,
          },
        },
      );
    }),
});
