import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const sctMissing = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'low',
  text: {
    safe: {
      ja: '証明書の発行記録（SCT）が付いています',
      en: 'The certificate carries its log entries (SCTs)',
    },
    vulnerable: {
      ja: '証明書の発行記録（SCT）が足りません',
      en: 'The certificate carries too few log entries (SCTs)',
    },
    why: {
      ja: '主なブラウザーは、証明書の発行が公開の台帳に記録された印（SCT）を二つ以上求めます。足りないと、ブラウザーが警告を出し、住民がページを開けません。',
      en: 'Browsers want proof that a certificate was entered in at least two public logs (SCTs). Without it they warn, and residents cannot open the page.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '発行記録を証明書に埋め込む認証局の証明書に替えます。公的な認証局の通常の証明書にはすべて埋め込まれています。',
    en: 'Replace it with a certificate of an authority that embeds the log entries, as all ordinary ones of public authorities do.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc6962',
    'https://googlechrome.github.io/CertificateTransparency/ct_policy.html',
  ],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf, presented) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      // Only public authorities have to log what they issue.
      if (presented.trust !== 'trusted' || presented.anchor === 'order') return notApplicable;
      const { tlsTimestamps, ocsp } = presented;
      const beside = tlsTimestamps.outcome === 'yes' ? tlsTimestamps.value.count : 0;
      if (x509.timestamps + beside >= 2) return safe;
      if (presented.anchor === 'unknown') return undetermined('whose-root-is-not-known');
      const seen = faulty(certificate, [['chain', 0, 'der']], {
        usual: 'low',
        detail: {
          ja: `証明書に埋め込まれた記録は ${x509.timestamps} 件、接続時に示された記録は ${beside} 件です。`,
          en: `${x509.timestamps} are embedded in the certificate, ${beside} come beside it.`,
        },
      });
      // Without a raw handshake nobody looked beside the certificate, and nobody looks inside a stapled OCSP response.
      const everywhere = tlsTimestamps.outcome !== 'unknown' && ocsp.outcome === 'no';
      return seen.verdict === 'vulnerable' && !everywhere ? { ...seen, confidence: 'inferred' } : seen;
    }),
});
