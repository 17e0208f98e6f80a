import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const keyUsageWrong = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'medium',
  text: {
    safe: { ja: '証明書の鍵の使い道は正しく書かれています', en: 'The certificate’s key usage is right' },
    vulnerable: {
      ja: '証明書の鍵の使い道に署名が含まれていません',
      en: 'The certificate’s key may not sign',
    },
    why: {
      ja: '証明書に書かれた鍵の使い道に「署名」がありません。いまの TLS は接続のたびにサーバーの鍵で署名するため、規格に厳しい端末では接続できません。',
      en: 'The usage written into the certificate does not include signatures. Today’s TLS signs with the server’s key in every connection, so devices that keep to the standard fail.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '鍵の使い道に digitalSignature を含む証明書を取得し直します。',
    en: 'Obtain a certificate whose key usage includes digitalSignature.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.3'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf, presented) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      if (x509.keyUsage === null || x509.keyUsage.includes('digitalSignature')) return safe;
      // A server that only exchanges keys by RSA needs no signature.
      if (x509.keyUsage.includes('keyEncipherment') && /^TLS_RSA_/.test(presented.cipher)) return safe;
      return faulty(certificate, [['chain', 0, 'der']], {
        usual: 'medium',
        detail: {
          ja: `書かれている使い道：${x509.keyUsage.join('、') || 'なし'}`,
          en: `Its usage: ${x509.keyUsage.join(', ') || 'none'}.`,
        },
      });
    }),
});
