import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { safe } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const selfSigned = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'サーバー証明書は認証局が発行したものです',
      en: 'The certificate was issued by a certification authority',
    },
    vulnerable: {
      ja: 'サーバー証明書が自己署名（自分で発行したもの）です',
      en: 'The certificate is self-signed',
    },
    why: {
      ja: '自分で発行した証明書は誰にでも作れるため、本物のサーバーである証明になりません。ブラウザーが警告を出し、途中に入り込んだ偽のサーバーとの区別もつきません。',
      en: 'Anyone can issue such a certificate, so it proves nothing about the server. Browsers show a warning, and a forged server in between looks just the same.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '公的な認証局の証明書に替えます。無料で自動更新できる認証局（Let’s Encrypt など）も使えます。',
    en: 'Replace it with one of a public certification authority; some, such as Let’s Encrypt, issue and renew at no cost.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-6', 'https://www.rfc-editor.org/rfc/rfc8555'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf, { trust }) =>
      !leaf.selfSigned || trust === 'trusted'
        ? safe
        : faulty(
            certificate,
            [
              ['chain', 0, 'issuer'],
              ['chain', 0, 'der'],
            ],
            {
              usual: 'medium',
              detail: {
                ja: `発行者と主体者が同じ（${shown(leaf.subject)}）で、自分の鍵で署名されています。`,
                en: `Issuer and subject are the same (${shown(leaf.subject)}) and it is signed with its own key.`,
              },
            },
          ),
    ),
});
