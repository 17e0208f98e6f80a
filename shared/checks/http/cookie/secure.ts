import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { cookiesOf, isSession } from '../cookies.ts';
import { judgeAnswered } from '../pages.ts';
import { ipaWebsite, mozillaWeb } from '../references.ts';
import { accuseCookies } from './accuse.ts';
import { cookieFixes } from './fixes.ts';

export const cookieSecure = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'Cookie は暗号化された通信でだけ送られます（Secure）',
      en: 'Cookies are sent over encrypted connections only (Secure)',
    },
    vulnerable: {
      ja: 'Cookie が暗号化されない通信でも送られます（Secure なし）',
      en: 'Cookies are sent over unencrypted connections as well (no Secure)',
    },
    why: {
      ja: 'Cookie には、ログイン中であることを示す番号などが入っています。Secure がないと、暗号化されない接続でも送られてしまい、同じ回線にいる第三者に盗まれて、本人になりすまされるおそれがあります。',
      en: 'Cookies hold, among other things, the number that shows who is signed in. Without Secure they travel over unencrypted connections too, where someone on the same network can take them and act as that person.',
    },
  },
  action: 'https-everywhere',
  fixes: cookieFixes({
    name: 'Secure',
    nginx: 'secure',
    php: 'session.cookie_secure = 1',
    tomcat: 'secure',
    iis: 'requireSSL',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.5', ipaWebsite, mozillaWeb],
  detect: ({ 'http-response': web }, at) => {
    // A page without encryption cannot set it; http.redirect.missing tells of that.
    if (web.data.scheme !== 'https') return notApplicable;
    return judgeAnswered(web, () => {
      const all = cookiesOf(web, at);
      const [first, ...rest] = all
        .filter(({ cookie }) => !cookie.secure)
        .sort((a, b) => Number(isSession(b.cookie)) - Number(isSession(a.cookie)));
      if (first === undefined) return all.length === 0 ? notApplicable : safe;
      return isSession(first.cookie)
        ? accuseCookies(web, [first, ...rest])
        : accuseCookies(web, [first, ...rest], { severity: 'low', reason: noSession });
    });
  },
});

const noSession = {
  ja: 'ログイン状態を保つ Cookie とは見られないため、危険度を下げています。',
  en: 'Rated lower because none of them seems to keep anyone signed in.',
};
