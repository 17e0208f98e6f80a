import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe, undetermined } from '../verdicts.ts';
import { isMasked, isRewritten } from './smtp.ts';

export const middleboxFixup = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'info',
  text: {
    safe: {
      ja: 'メールサーバーの応答は途中で書き換えられていません',
      en: 'The answers of the mail server are not rewritten on the way',
    },
    vulnerable: {
      ja: 'ファイアウォールがメールサーバーの応答を書き換えています',
      en: 'A firewall rewrites the answers of the mail server',
    },
    why: {
      ja: '途中の装置がメールの通信を検査するために応答を書き換え、暗号化（STARTTLS）の案内まで消していることがあります。その場合、住民から届くメールは暗号化されません。',
      en: 'A device on the way rewrites the conversation in order to inspect it, and may remove the offer of encryption (STARTTLS). Mail from residents then arrives unencrypted.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    "printf 'EHLO check\\r\\nQUIT\\r\\n' | nc -w 5 {host} {port}",
    {
      ja: 'メールサーバーの前にあるファイアウォールで、SMTP の検査（fixup、inspect）を止めるか、STARTTLS を通す設定にします。',
      en: 'On the firewall in front of the mail server, turn the inspection of SMTP (fixup, inspect) off, or let it pass STARTTLS.',
    },
    {
      'cisco-ios': {
        ja: 'ASA では検査を外します。PIX では no fixup protocol smtp 25 を実行します。',
        en: 'On an ASA remove the inspection. On a PIX run no fixup protocol smtp 25.',
        snippet: 'policy-map global_policy\n class inspection_default\n  no inspect esmtp',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc3207#section-6'],
  detect: ({ 'smtp-dialog': mail }) => {
    const { banner, ehlo } = mail.data;
    if (ehlo.outcome === 'yes' && isRewritten(ehlo.value)) {
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [proofAt(mail, ['ehlo', 'value', 'lines'])],
      };
    }
    if (banner.outcome !== 'yes') return undetermined(banner.outcome === 'no' ? 'closed' : banner.reason);
    // Anyone may greet with asterisks.
    return isMasked(banner.value)
      ? {
          verdict: 'vulnerable',
          confidence: 'inferred',
          proof: [proofAt(mail, ['banner', 'value', 'lines', 0])],
        }
      : safe;
  },
});
