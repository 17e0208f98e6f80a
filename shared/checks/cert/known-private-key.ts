import { defineCheck } from '../check.ts';
import { replaceFixes } from './fixes.ts';
import { judgeKnownKey } from './known-key.ts';

export const knownPrivateKey = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'critical',
  text: {
    safe: {
      ja: '秘密鍵が公開されている鍵の一覧にはありません',
      en: 'The key is not on the list of those whose private half is public',
    },
    vulnerable: {
      ja: '秘密鍵が公開されている鍵が使われています',
      en: 'The private key of this server is public',
    },
    why: {
      ja: '製品の見本や手引き、機器の出荷時の鍵がそのまま使われています。秘密鍵は誰でも入手できるため、このサーバーになりすまし、通信を読むことができます。',
      en: 'The key comes from a product’s sample, a handbook or a device as it was delivered. Anybody can obtain the private half, impersonate this server and read its traffic.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: 'このサーバーだけの鍵を新しく作り、証明書を取得し直し、古い証明書を失効させます。機器の出荷時の鍵の場合は、管理画面で鍵を作り直します。',
    en: 'Make a key for this server alone, have the certificate reissued, and revoke the old one. Where a device was delivered with it, make a new one on its management page.',
  }),
  references: ['https://cwe.mitre.org/data/definitions/321.html', 'https://badkeys.info/'],
  detect: ({ certificate }, _at, knowledge) =>
    judgeKnownKey(certificate, knowledge, 'published', {
      ja: '鍵は公開されている秘密鍵の一覧にあります',
      en: 'The key is on the list of published private keys',
    }),
});
