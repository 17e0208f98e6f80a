import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { safe } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const wildcardScope = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'info',
  text: {
    safe: { ja: '証明書は特定の名前だけのものです', en: 'The certificate is for certain names only' },
    vulnerable: {
      ja: '証明書が多くの名前にまとめて使えるものです',
      en: 'The certificate is good for any name of a domain',
    },
    why: {
      ja: '「*.」で始まる名前の証明書は、そのドメインのどのサーバーにもなりすませます。1 台の鍵が漏れると、同じドメインのすべてのサイトに影響します。便利な反面、鍵の置き場所を少なくする必要があります。',
      en: 'A certificate whose name begins with “*.” can stand for every server of the domain. When the key of one leaks, all sites of the domain are affected. It is convenient, but the key should be in few places.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '対応は必須ではありません。重要なサーバーには、その名前だけの証明書と専用の鍵を使います。',
    en: 'Nothing has to be done. Give important servers a certificate for their own name and a key of their own.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9525#section-7.1'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const index = leaf.dnsNames.findIndex((name) => name.startsWith('*.'));
      if (index < 0) return safe;
      return faulty(certificate, [['chain', 0, 'dnsNames', index]], {
        usual: 'info',
        detail: {
          ja: `名前：${shown(leaf.dnsNames[index] ?? '')}`,
          en: `Its name: ${shown(leaf.dnsNames[index] ?? '')}.`,
        },
      });
    }),
});
