import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const version1 = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'low',
  text: {
    safe: { ja: '証明書の形式は新しい版（v3）です', en: 'The certificate is of version 3' },
    vulnerable: { ja: '証明書の形式が古い版です', en: 'The certificate is of an old version' },
    why: {
      ja: '1996 年より前の形式の証明書です。名前や用途を書く欄がなく、いまのブラウザーは受け付けません。',
      en: 'The certificate is in the form from before 1996. It has no place for names and purposes, and browsers of today refuse it.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: 'X.509 v3 の証明書を取得し直します。',
    en: 'Obtain a certificate of X.509 version 3.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.1'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      if (x509.version === 3) return safe;
      return faulty(certificate, [['chain', 0, 'der']], {
        usual: 'low',
        detail: { ja: `証明書の版は v${x509.version} です。`, en: `It is of version ${x509.version}.` },
      });
    }),
});
