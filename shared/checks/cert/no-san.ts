import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { safe } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const noSan = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'サーバー証明書に代替名（SAN）があります',
      en: 'The certificate has alternative names (SAN)',
    },
    vulnerable: {
      ja: 'サーバー証明書に代替名（SAN）がありません',
      en: 'The certificate has no alternative names (SAN)',
    },
    why: {
      ja: 'いまのブラウザーは、証明書の「代替名」という欄だけを見て接続先の名前を確かめます。この欄がない古い作りの証明書では、警告が出てページを開けません。',
      en: 'Browsers of today look for the name of the server only among the alternative names. A certificate of the old kind, without them, brings up a warning instead of the page.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '公開している名前をすべて代替名（subjectAltName）に入れた証明書を取得します。',
    en: 'Obtain a certificate that lists every public name as an alternative name (subjectAltName).',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc9525',
    'https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6',
  ],
  detect: ({ certificate }) =>
    judgeChain(certificate, ({ dnsNames, ipAddresses, subject }) =>
      dnsNames.length > 0 || ipAddresses.length > 0
        ? safe
        : faulty(
            certificate,
            [
              ['chain', 0, 'dnsNames'],
              ['chain', 0, 'subject'],
            ],
            {
              usual: 'medium',
              detail: {
                ja: `証明書には主体者名（${shown(subject)}）しかありません。`,
                en: `The certificate has nothing but its subject (${shown(subject)}).`,
              },
            },
          ),
    ),
});
