import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import {
  type Answer,
  answersTo,
  type HttpEvidence,
  isCutShort,
  isHtmlPage,
  judgePage,
  pathOf,
  proofIn,
} from '../pages.ts';
import { ipaWebsite } from '../references.ts';
import { loginFixes } from './fixes.ts';
import { passwordForms } from './password-forms.ts';

export const loginFormHttp = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'ログイン画面の入力内容は暗号化して送られます',
      en: 'What is typed into the login form is sent encrypted',
    },
    vulnerable: {
      ja: 'ログイン画面の入力内容が暗号化されずに送られます',
      en: 'What is typed into the login form is sent unencrypted',
    },
    why: {
      ja: '利用者や職員の入力したパスワードが、誰にでも読める形で送られます。同じ回線にいる第三者に盗まれ、本人になりすまされるおそれがあります。',
      en: 'Passwords of residents and staff are sent in a form that anyone along the line can read, and someone may then act in their name.',
    },
  },
  action: 'https-everywhere',
  fixes: loginFixes,
  references: ['https://cwe.mitre.org/data/definitions/319.html', ipaWebsite],
  detect: ({ 'http-response': web }) => {
    const front = judgePage(web, (page) => judgeForms(web, page));
    const [login] = answersTo(web, 'login-page');
    if (front.verdict === 'vulnerable' || login === undefined || !isHtmlPage(login.response)) return front;
    const behind = judgeForms(web, login);
    return behind.verdict === 'not-applicable' ? front : behind;
  },
});

function judgeForms(web: HttpEvidence, page: Answer): Verdict {
  const forms = passwordForms(page.response.body, page.url);
  const open = forms.find(({ target }) => target?.protocol === 'http:');
  if (open !== undefined) {
    const input = proofIn(web, page, ['body'], open.input);
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: open.form === undefined ? [input] : [proofIn(web, page, ['body'], open.form), input],
      place: pathOf(page.url),
    };
  }
  if (forms.length > 0) return safe;
  return isCutShort(page.response) ? undetermined('page-cut-short') : notApplicable;
}
