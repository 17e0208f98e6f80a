import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { chainFixes } from './fixes.ts';
import { missingIssuer } from './missing-issuer.ts';
import { faulty, judgeChain } from './presented.ts';

export const chainIncomplete = defineCheck({
  version: 2,
  needs: ['certificate'],
  estate: ['certificate'],
  severity: 'medium',
  text: {
    safe: {
      ja: '中間証明書がそろっています',
      en: 'The chain of certificates is complete',
    },
    vulnerable: {
      ja: '中間証明書が不足し、認証局までたどれません',
      en: 'The chain of certificates stops short of an authority',
    },
    why: {
      ja: 'サーバー証明書と認証局とをつなぐ中間証明書が送られていません。パソコンでは開けても、スマートフォンやほかのシステムからの接続では警告やエラーになることがあり、原因が分かりにくい不具合になります。',
      en: 'The intermediate certificates that connect the server to its authority are not sent. A page may open on a personal computer and still fail on phones or for other systems, which is hard to trace.',
    },
  },
  action: 'certificate-renewal',
  fixes: chainFixes({
    ja: '認証局が配っている中間証明書を、サーバー証明書と一緒に設定します。',
    en: 'Install the intermediate certificates of the authority together with the server certificate.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2',
    'https://www.rfc-editor.org/rfc/rfc5246#section-7.4.2',
  ],
  detect: ({ certificate }, _at, _knowledge, estate) =>
    judgeChain(certificate, (leaf, presented) => {
      const { trust, chain } = presented;
      if (leaf.selfSigned) return notApplicable;
      if (trust === 'expired' || trust === 'invalid') return undetermined(`certificate-${trust}`);
      const issuer = missingIssuer(presented, estate);
      if (issuer === undefined) return safe;
      // It may as well come from an authority of one's own, whose root need not be sent: cert.untrusted-root.
      if (issuer.missing === 'unknown') return undetermined('issuer-not-known');
      const last = chain.length - 1;
      const accused = faulty(certificate, [['trust'], ['chain', last, 'issuer']], {
        usual: 'medium',
        detail: {
          ja: `送られた証明書は ${chain.length} 枚で、発行者（${shown(chain[last]?.issuer ?? '')}）の証明書がありません。`,
          en: `${chain.length} certificates were sent; that of the issuer (${shown(chain[last]?.issuer ?? '')}) is missing.`,
        },
      });
      if (accused.verdict !== 'vulnerable') return accused;
      return issuer.missing === 'seen'
        ? { ...accused, proof: [...accused.proof, issuer.proof] }
        : { ...accused, confidence: 'inferred' };
    }),
});
