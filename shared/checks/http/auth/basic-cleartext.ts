import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { httpsFixes } from '../https-fixes.ts';
import { answersTo, headers, judgeAnswered, pathOf, proofIn } from '../pages.ts';
import { ipaWebsite } from '../references.ts';

export const basicCleartext = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: '暗号化されない接続でパスワードを求めていません',
      en: 'No password is asked for over an unencrypted connection',
    },
    vulnerable: {
      ja: '暗号化されない接続でパスワードを求めています（Basic 認証）',
      en: 'A password is asked for over an unencrypted connection (Basic authentication)',
    },
    why: {
      ja: '入力した利用者名とパスワードが、誰にでも読める形で送られます。同じ回線にいる第三者に盗まれ、関係者用のページに入られるおそれがあります。',
      en: 'User name and password are sent in a form that anyone along the line can read, and may then be used to enter pages meant for staff.',
    },
  },
  action: 'https-everywhere',
  fixes: httpsFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc7617#section-4', ipaWebsite],
  detect: ({ 'http-response': web }) => {
    if (web.data.scheme !== 'http') return notApplicable;
    for (const answer of answersTo(web, 'root', 'redirected', 'login-page', 'directory')) {
      if (answer.response.status !== 401) continue;
      const basic = headers(answer.response, 'www-authenticate').find(({ value }) =>
        /(?:^|,)\s*basic(?:\s|,|$)/i.test(value),
      );
      if (basic === undefined) continue;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [proofIn(web, answer, ['headers', basic.at, 1]), proofIn(web, answer, ['status'])],
        place: pathOf(answer.url),
      };
    }
    return judgeAnswered(web, () => safe);
  },
});
