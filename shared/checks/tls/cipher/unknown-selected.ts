import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { safe } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';
import { judgeSpoken } from '../version-offered.ts';

export const unknownSelected = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: { ja: '提示した暗号方式の中から選ばれます', en: 'The suite chosen is one of those offered' },
    vulnerable: { ja: '提示していない暗号方式が選ばれます', en: 'A suite is chosen that was not offered' },
    why: {
      ja: 'サーバーが、こちらが提示していない暗号方式を選びました。規格に反する動きで、通信の途中にある装置が応答を書き換えているか、TLS の実装に誤りがあります。正しいブラウザーは接続を断るため、利用者がつながらなくなります。',
      en: 'The server chose a cipher suite that it was not offered. That breaks the standard: a device on the way rewrites the answers, or the implementation is faulty. Correct browsers refuse the connection.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'サーバー、または手前にある負荷分散装置やファイアウォールのソフトウェアを更新します。更新できない場合は、製造元に「ServerHello の暗号方式の選択（RFC 5246 7.4.1.3）」への対応を問い合わせます。',
      en: 'Update the software of the server, or of the load balancer or firewall in front of it. Where there is no update, ask the vendor about “cipher suite selection in ServerHello, RFC 5246 section 7.4.1.3”.',
    },
    {
      'f5-bigip': {
        ja: 'TMOS を保守が続いている版に更新します。',
        en: 'Update TMOS to a maintained version.',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc5246#section-7.4.1.3'],
  detect: ({ 'tls-hello': hello }) =>
    judgeSpoken(hello, hello.data.unofferedCipher, {
      no: safe,
      yes: ({ cipher, cipherName }) => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(hello, ['unofferedCipher', 'value', 'serverHello']),
          proofAt(hello, ['unofferedCipher', 'value', 'offered']),
        ],
        detail: {
          ja: `提示していない ${cipherName || cipher} が選ばれました。`,
          en: `${cipherName || cipher} was chosen and had not been offered.`,
        },
      }),
    }),
});
