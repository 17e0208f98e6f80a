import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const extendedKeyUsageWrong = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'medium',
  text: {
    safe: { ja: '証明書の用途はサーバー用です', en: 'The certificate is meant for servers' },
    vulnerable: {
      ja: '証明書の用途がサーバー用ではありません',
      en: 'The certificate is not meant for servers',
    },
    why: {
      ja: '証明書に「サーバーの認証に使う」という用途が書かれていません。ブラウザーは別の用途の証明書を受け付けず、住民がページを開けません。',
      en: 'The certificate does not name the authentication of servers among its purposes. Browsers refuse it, and residents cannot open the page.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '用途にサーバー認証（serverAuth）を含む証明書を取得し直します。',
    en: 'Obtain a certificate whose purposes include server authentication (serverAuth).',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      // Without the extension the certificate is for anything.
      if (x509.extendedKeyUsage === null) return safe;
      if (x509.extendedKeyUsage.some((oid) => oid === serverAuth || oid === anyPurpose)) return safe;
      return faulty(certificate, [['chain', 0, 'der']], {
        usual: 'medium',
        detail: {
          ja: `書かれている用途：${x509.extendedKeyUsage.join('、')}`,
          en: `Its purposes: ${x509.extendedKeyUsage.join(', ')}.`,
        },
      });
    }),
});

const serverAuth = '1.3.6.1.5.5.7.3.1';
const anyPurpose = '2.5.29.37.0';
