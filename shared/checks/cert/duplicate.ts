import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { orderedChainFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const duplicateCertificate = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'info',
  text: {
    safe: { ja: '同じ証明書が重ねて送られることはありません', en: 'No certificate is sent twice' },
    vulnerable: { ja: '同じ証明書が重ねて送られています', en: 'A certificate is sent twice' },
    why: {
      ja: '設定ファイルに同じ証明書が二度書かれています。接続のたびに余分な通信が生じ、一部の古い端末では接続できないことがあります。',
      en: 'The configuration holds a certificate twice. That costs some traffic with every connection, and some old devices fail.',
    },
  },
  action: 'certificate-renewal',
  fixes: orderedChainFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc5246#section-7.4.2'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (_, { chain, listed }) => {
      const index = chain.findIndex(
        ({ sha256 }, at) => chain.findIndex((other) => other.sha256 === sha256) < at,
      );
      if (index < 0) return listed === 'as-sent' ? safe : undetermined('sorted-by-library');
      return faulty(certificate, [['chain', index, 'sha256']], {
        usual: 'info',
        detail: {
          ja: `${index + 1} 枚目は、すでに送られた証明書と同じです。`,
          en: `Certificate ${index + 1} was sent before.`,
        },
      });
    }),
});
