import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { orderedChainFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const extraRoot = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'info',
  text: {
    safe: { ja: 'ルート証明書は送られていません', en: 'No root certificate is sent' },
    vulnerable: { ja: '不要なルート証明書が送られています', en: 'A root certificate is sent needlessly' },
    why: {
      ja: '認証局のルート証明書は利用者の端末にあらかじめ入っているため、送る必要がありません。害はありませんが、接続のたびに余分な通信が生じます。',
      en: 'Root certificates are on people’s devices already and need not be sent. It does no harm, but costs some traffic with every connection.',
    },
  },
  action: 'certificate-renewal',
  fixes: orderedChainFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc5246#section-7.4.2'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (_, { chain, listed }) => {
      if (listed !== 'as-sent') return undetermined('sorted-by-library');
      const index = chain.findIndex(({ selfSigned }, at) => at > 0 && selfSigned);
      if (index < 0) return safe;
      return faulty(
        certificate,
        [
          ['chain', index, 'selfSigned'],
          ['chain', index, 'subject'],
        ],
        {
          usual: 'info',
          detail: { ja: `${index + 1} 枚目がルート証明書です。`, en: `Certificate ${index + 1} is a root.` },
        },
      );
    }),
});
