import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const mustStapleViolated = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'medium',
  text: {
    safe: {
      ja: '必須とされた失効情報が添えられています',
      en: 'The revocation status that the certificate demands is stapled',
    },
    vulnerable: {
      ja: '必須とされた失効情報が添えられていません',
      en: 'The revocation status that the certificate demands is not stapled',
    },
    why: {
      ja: 'この証明書は「失効していないことの証明を必ず添える」と宣言していますが、サーバーが添えていません。宣言を守るブラウザー（Firefox など）では、ページを開けません。',
      en: 'The certificate declares that proof of its validity always comes along, and the server does not send it. Browsers that hold to this, such as Firefox, refuse to open the page.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: 'サーバーで OCSP ステープリングを有効にするか、この宣言（must-staple）のない証明書に替えます。',
    en: 'Turn OCSP stapling on, or replace the certificate with one without the declaration (must-staple).',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc7633'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf, presented) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      if (!x509.mustStaple) return notApplicable;
      if (presented.ocsp.outcome === 'unknown') return undetermined(presented.ocsp.reason);
      if (presented.ocsp.outcome === 'yes') return safe;
      return faulty(
        certificate,
        [
          ['ocsp', 'outcome'],
          ['chain', 0, 'der'],
        ],
        {
          usual: 'medium',
          detail: {
            ja: `証明書に must-staple の宣言があり、失効情報が添えられていません。`,
            en: `The certificate says must-staple, and nothing was stapled.`,
          },
        },
      );
    }),
});
