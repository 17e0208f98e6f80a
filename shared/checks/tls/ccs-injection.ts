import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, safe } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';

export const ccsInjection = defineCheck({
  version: 1,
  needs: ['tls-behaviour'],
  severity: 'high',
  text: {
    safe: {
      ja: '途中の切り替えメッセージを正しく拒みます（CVE-2014-0224）',
      en: 'Early ChangeCipherSpec messages are refused (CVE-2014-0224)',
    },
    vulnerable: {
      ja: '途中の切り替えメッセージを受け入れます（CVE-2014-0224）',
      en: 'Early ChangeCipherSpec messages are accepted (CVE-2014-0224)',
    },
    why: {
      ja: '暗号を始める合図を早すぎる時点で受け入れる弱点です。通信の途中にいる第三者が鍵を予測できるようにし、通信を読んだり書き換えたりできます。2014 年に修正された古い OpenSSL が使われています。',
      en: 'The signal to begin encryption is accepted too early. Somebody on the way can thereby make the keys predictable, and read and alter traffic. The OpenSSL in use is older than the correction of 2014.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: 'OpenSSL を 0.9.8za、1.0.0m、1.0.1h 以降、できれば保守が続いている版に更新し、サーバーを再起動します。',
    en: 'Update OpenSSL to at least 0.9.8za, 1.0.0m or 1.0.1h, better to a maintained version, and restart the server.',
  }),
  references: ['https://www.openssl.org/news/secadv/20140605.txt', 'https://jvn.jp/jp/JVN61247051/'],
  cves: ['CVE-2014-0224'],
  detect: ({ 'tls-behaviour': seen }) =>
    judge(seen.data.ccsInjection, {
      no: safe,
      yes: ({ alert }) => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(seen, ['ccsInjection', 'value', 'answer']),
          proofAt(seen, ['ccsInjection', 'value', 'alert']),
        ],
        detail: {
          ja: `2 度目の合図が復号されました（警告 ${alert}）。`,
          en: `The second signal was decrypted (alert ${alert}).`,
        },
      }),
    }),
});
