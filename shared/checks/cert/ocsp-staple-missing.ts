import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const ocspStapleMissing = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'info',
  text: {
    safe: { ja: '証明書の失効情報が添えられています', en: 'The revocation status is stapled' },
    vulnerable: { ja: '証明書の失効情報が添えられていません', en: 'The revocation status is not stapled' },
    why: {
      ja: 'サーバーが証明書の失効情報を添えると、利用者の端末は認証局に問い合わせずに済み、どのサイトを見たかが認証局に伝わりません。添えられていなくても問題はありません。',
      en: 'With the status stapled, people’s devices need not ask the authority, which then does not learn what they visit. It is no fault without.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '対応は必須ではありません。認証局が OCSP を提供している場合は、OCSP ステープリングを有効にします。',
    en: 'Nothing has to be done. Where the authority offers OCSP, stapling can be turned on.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6066#section-8'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf, presented) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      if (x509.ocspUrls.length === 0) return notApplicable;
      if (presented.ocsp.outcome === 'unknown') return undetermined(presented.ocsp.reason);
      if (presented.ocsp.outcome === 'yes') return safe;
      return faulty(certificate, [['ocsp', 'outcome']], {
        usual: 'info',
        detail: {
          ja: `2 回の接続のどちらにも添えられていませんでした。`,
          en: `It was stapled on neither of two connections.`,
        },
      });
    }),
});
