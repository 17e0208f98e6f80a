import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';
import { judgeSpoken } from './version-offered.ts';

export const clientAuthCas = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: {
      ja: '利用者の証明書を求める際に内部の名前を示しません',
      en: 'No internal names are shown when client certificates are requested',
    },
    vulnerable: {
      ja: '利用者の証明書を求める際に認証局の名前を示します',
      en: 'Names of authorities are shown when client certificates are requested',
    },
    why: {
      ja: '利用者の証明書を求めるときに、受け入れる認証局の一覧を誰にでも示しています。庁内の認証局の名前から、組織や機器の構成を推測されることがあります。',
      en: 'When client certificates are requested, the list of accepted authorities is shown to everybody. Names of internal authorities tell something of the organisation and its systems.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: '利用者の証明書が不要なら要求をやめます。必要な場合は、示す一覧を公開してよい名前だけにします。',
      en: 'Stop requesting client certificates where they are not needed; where they are, show only names that may be public.',
    },
    {
      nginx: {
        ja: '一覧を示さずに検証するには、ssl_client_certificate の代わりに ssl_trusted_certificate を使います。',
        en: 'To verify without showing the list, use ssl_trusted_certificate instead of ssl_client_certificate.',
        snippet: 'ssl_trusted_certificate /etc/ssl/client-ca.pem;',
      },
      apache: {
        ja: '示す一覧を別に指定します。',
        en: 'Name the list that is shown separately.',
        snippet: 'SSLCADNRequestFile /etc/ssl/public-names.pem',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc5246#section-7.4.4'],
  detect: ({ 'tls-hello': hello }) =>
    judgeSpoken(hello, hello.data.clientAuth, {
      no: safe,
      yes: ({ names }) =>
        names.length === 0
          ? safe
          : {
              verdict: 'vulnerable',
              confidence: 'verified',
              proof: [proofAt(hello, ['clientAuth', 'value', 'names'])],
              detail: {
                ja: `示された名前：${names.slice(0, 5).join('、')}`,
                en: `Shown: ${names.slice(0, 5).join('; ')}`,
              },
            },
    }),
});
