import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';
import { judgeSpoken } from './version-offered.ts';

export const heartbeatOffered = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: { ja: 'ハートビート拡張は使われていません', en: 'The heartbeat extension is off' },
    vulnerable: { ja: 'ハートビート拡張が使えます', en: 'The heartbeat extension is on' },
    why: {
      ja: 'ハートビートは、接続が生きているかを確かめる拡張で、Web ではほとんど使われません。2014 年に見つかった Heartbleed の弱点はこの拡張にありました。使えること自体は弱点ではありませんが、不要な機能は止めておくのが安全です。',
      en: 'Heartbeat checks whether a connection is alive and is hardly used on the web. The flaw Heartbleed of 2014 was in it. That it is on is no flaw by itself, but what is not needed is better off.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: 'TLS のソフトウェアを更新します。OpenSSL は 1.1.1 でこの拡張を削除しました。',
    en: 'Update the TLS software: OpenSSL removed the extension in 1.1.1.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6520', 'https://heartbleed.com/'],
  detect: ({ 'tls-hello': hello }) =>
    judgeSpoken(hello, hello.data.heartbeat, {
      no: safe,
      yes: () => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(hello, ['heartbeat', 'value', 'extension']),
          proofAt(hello, ['heartbeat', 'outcome']),
        ],
      }),
    }),
});
