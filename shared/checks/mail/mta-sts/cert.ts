import { nameMatches, namesOf } from '../../cert/names.ts';
import { faulty, judgeChain } from '../../cert/presented.ts';
import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { policyFixes } from './fixes.ts';
import { ifAnnounced } from './published.ts';

export const mtaStsCert = defineCheck({
  version: 1,
  needs: ['mta-sts-policy', 'certificate'],
  estate: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'MTA-STS の方針を置くサーバーの証明書は正しいものです',
      en: 'The server of the MTA-STS policy has a valid certificate',
    },
    vulnerable: {
      ja: 'MTA-STS の方針を置くサーバーの証明書が正しくありません',
      en: 'The server of the MTA-STS policy has no valid certificate',
    },
    why: {
      ja: '証明書が正しくないサーバーの方針を、送信元は使いません。暗号化を必須とする宣言が働かず、第三者が暗号化を外してメールを読むことができます。',
      en: 'Senders do not use a policy from a server without a valid certificate. The demand for encryption has no effect, and mail can be stripped of it and read.',
    },
  },
  action: 'certificate-renewal',
  fixes: policyFixes({
    ja: '{name} の名前を含む、一般のブラウザーに信頼された証明書を取得して設定します。',
    en: 'Install a certificate for {name} from an authority that ordinary browsers trust.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8461#section-3.3'],
  detect: ({ 'mta-sts-policy': policy, certificate }, _at, _knowledge, estate) =>
    judgeChain(certificate, (leaf, { trust }) => {
      const isNamed = namesOf(leaf).some((pattern) => nameMatches(pattern, policy.endpoint.name ?? ''));
      if (trust === 'trusted' && isNamed) return safe;
      return ifAnnounced(policy, estate, () =>
        faulty(certificate, isNamed ? [['trust']] : [['chain', 0, 'dnsNames'], ['trust']], {
          usual: 'medium',
          detail: isNamed
            ? { ja: '信頼された証明書ではありません。', en: 'The certificate is not trusted.' }
            : { ja: '証明書にこの名前がありません。', en: 'The certificate does not carry this name.' },
        }),
      );
    }),
});
