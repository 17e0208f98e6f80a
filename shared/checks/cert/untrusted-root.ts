import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { missingIssuer } from './missing-issuer.ts';
import { faulty, judgeChain } from './presented.ts';

export const untrustedRoot = defineCheck({
  version: 2,
  needs: ['certificate'],
  estate: ['certificate'],
  severity: 'high',
  text: {
    safe: {
      ja: 'サーバー証明書は信頼された認証局につながっています',
      en: 'The certificate leads to a trusted certification authority',
    },
    vulnerable: {
      ja: 'サーバー証明書が信頼されていない認証局のものです',
      en: 'The certificate comes from an authority that is not trusted',
    },
    why: {
      ja: '一般のブラウザーが知らない認証局の証明書です。住民のブラウザーは警告を出し、本物のサーバーかどうかを確かめられません。庁内用の認証局の証明書を、公開サーバーで使っている可能性があります。',
      en: 'Ordinary browsers do not know the authority that issued this certificate. They warn residents and cannot tell whether the server is genuine. It may be an internal authority used on a public server.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '一般のブラウザーに信頼されている公的な認証局の証明書に替えます。',
    en: 'Replace it with a certificate of a public authority that ordinary browsers trust.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc5280#section-6',
    'https://wiki.mozilla.org/CA/Included_Certificates',
  ],
  detect: ({ certificate }, _at, _knowledge, estate) =>
    judgeChain(certificate, (leaf, presented) => {
      const { trust, chain } = presented;
      if (trust === 'trusted') return safe;
      const issuer = missingIssuer(presented, estate);
      // Reported as what they are: cert.self-signed, cert.chain-incomplete.
      if (leaf.selfSigned || (issuer !== undefined && issuer.missing !== 'unknown')) return notApplicable;
      if (trust === 'expired' || trust === 'invalid') return undetermined(`certificate-${trust}`);
      const last = chain.length - 1;
      const accused = faulty(certificate, [['trust'], ['chain', last, 'issuer']], {
        usual: 'high',
        detail: {
          ja: `証明書をたどった先の認証局（${shown(chain[last]?.issuer ?? '')}）は、信頼された一覧にありません。`,
          en: `The chain leads to ${shown(chain[last]?.issuer ?? '')}, which is not on the list of trusted authorities.`,
        },
      });
      return issuer === undefined || accused.verdict !== 'vulnerable'
        ? accused
        : { ...accused, confidence: 'inferred' };
    }),
});
