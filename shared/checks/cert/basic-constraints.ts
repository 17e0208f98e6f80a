import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const basicConstraintsCa = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'サーバー証明書は認証局用ではありません',
      en: 'The server certificate is not that of an authority',
    },
    vulnerable: {
      ja: 'サーバー証明書が認証局用として作られています',
      en: 'The server certificate is made as that of an authority',
    },
    why: {
      ja: 'サーバーに置かれた証明書が、ほかの証明書を発行できる「認証局用」として作られています。鍵が漏れると偽の証明書を作られます。自作の証明書によく見られる誤りで、受け付けない端末もあります。',
      en: 'The certificate on the server may issue others. Whoever gets its key can make forged ones. Home-made certificates often have this mistake, and some devices refuse them.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '認証局用ではない（CA:FALSE の）サーバー証明書を取得し直します。',
    en: 'Obtain a server certificate that is not for an authority (CA:FALSE).',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.9'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      if (x509.basicConstraints?.isCa !== true) return safe;
      return faulty(certificate, [['chain', 0, 'der']], {
        usual: 'medium',
        detail: { ja: `証明書に CA:TRUE と書かれています。`, en: `The certificate says CA:TRUE.` },
      });
    }),
});
