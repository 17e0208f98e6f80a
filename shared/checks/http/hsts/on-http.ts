import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { showHeaders } from '../confirm.ts';
import { answersTo, headers, judgeAnswered, proofIn } from '../pages.ts';

export const hstsOnHttp = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'HTTPS の常時利用（HSTS）は暗号化されない応答に付いていません',
      en: 'Answers without encryption carry no HSTS',
    },
    vulnerable: {
      ja: 'HTTPS の常時利用（HSTS）が暗号化されない応答に付いています',
      en: 'Answers without encryption carry HSTS',
    },
    why: {
      ja: '暗号化されない応答の HSTS はブラウザーに無視されるため、害はありませんが、効き目もありません。HTTPS の応答に付け忘れていないかを確かめる手がかりになります。',
      en: 'Browsers pass over HSTS in answers without encryption: it does no harm and no good. Make sure that it is there over HTTPS.',
    },
  },
  action: 'http-headers',
  fixes: fixList(`${showHeaders} | grep -i '^Strict-Transport-Security:'`, {
    ja: '80 番ポートの設定から Strict-Transport-Security を消し、HTTPS の設定に書きます。確認のコマンドが何も表示しなければ完了です。',
    en: 'Remove Strict-Transport-Security from the configuration of port 80 and write it into that of HTTPS. It is done when the command prints nothing.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6797#section-7.2'],
  detect: ({ 'http-response': web }) => {
    if (web.data.scheme !== 'http') return notApplicable;
    return judgeAnswered(web, () => {
      for (const answer of answersTo(web, 'root', 'redirected')) {
        const [sent] = headers(answer.response, 'strict-transport-security');
        if (sent === undefined) continue;
        const proof = [proofIn(web, answer, ['headers', sent.at, 1])] as const;
        return { verdict: 'vulnerable', confidence: 'verified', proof };
      }
      return safe;
    });
  },
});
