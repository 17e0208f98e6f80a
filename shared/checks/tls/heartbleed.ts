import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, safe } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';

export const heartbleed = defineCheck({
  version: 1,
  needs: ['tls-behaviour'],
  optIn: 'heartbleed',
  severity: 'critical',
  text: {
    safe: { ja: 'Heartbleed の弱点はありません', en: 'Not vulnerable to Heartbleed' },
    vulnerable: { ja: 'Heartbleed の弱点があります', en: 'Vulnerable to Heartbleed' },
    why: {
      ja: 'サーバーの記憶の一部を、誰でも外部から何度でも読み出せます。秘密鍵、パスワード、住民が送った内容が漏れ、しかも記録に残りません。すぐに対応が必要です。',
      en: 'Anybody can read pieces of the server’s memory from outside, again and again: private keys, passwords, what residents sent. No log shows it. Act at once.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: 'OpenSSL を 1.0.1g 以降に更新し、サーバーを再起動します。その後、証明書と秘密鍵を新しく作り直し、古い証明書を失効させ、パスワードを変更します。',
    en: 'Update OpenSSL to 1.0.1g or newer and restart the server. Then make a new key and certificate, revoke the old one, and change passwords.',
  }),
  references: [
    'https://heartbleed.com/',
    'https://www.ipa.go.jp/security/security-alert/2014/20140408-openssl.html',
  ],
  cves: ['CVE-2014-0160'],
  detect: ({ 'tls-behaviour': seen }) =>
    judge(seen.data.heartbleed, {
      no: safe,
      yes: ({ sentBytes, answeredBytes }) => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(seen, ['heartbleed', 'value', 'answeredBytes']),
          proofAt(seen, ['heartbleed', 'value', 'sentBytes']),
        ],
        detail: {
          ja: `${sentBytes} バイトの要求に ${answeredBytes} バイトが返りました。内容は保存していません。`,
          en: `${answeredBytes} bytes came back for ${sentBytes}. They were not kept.`,
        },
      }),
    }),
});
