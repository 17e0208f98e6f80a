import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { cookiesOf, isSession } from '../cookies.ts';
import { judgeAnswered } from '../pages.ts';
import { ipaWebsite, mozillaWeb } from '../references.ts';
import { accuseCookies } from './accuse.ts';
import { cookieFixes } from './fixes.ts';

export const cookieHttpOnly = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'ログイン状態を保つ Cookie はスクリプトから読めません（HttpOnly）',
      en: 'Scripts cannot read the cookies that keep people signed in (HttpOnly)',
    },
    vulnerable: {
      ja: 'ログイン状態を保つ Cookie がスクリプトから読めます（HttpOnly なし）',
      en: 'Scripts can read the cookies that keep people signed in (no HttpOnly)',
    },
    why: {
      ja: 'ページに不正なスクリプトが紛れ込むと、この Cookie を外部へ送って、住民や職員になりすますことができます。HttpOnly を付けると、スクリプトから読めなくなります。',
      en: 'A script smuggled into a page can send these cookies elsewhere, so that somebody acts as the resident or member of staff. HttpOnly keeps scripts from reading them.',
    },
  },
  action: 'http-headers',
  fixes: cookieFixes({
    name: 'HttpOnly',
    nginx: 'httponly',
    php: 'session.cookie_httponly = 1',
    tomcat: 'http-only',
    iis: 'httpOnlyCookies',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.6', ipaWebsite, mozillaWeb],
  detect: ({ 'http-response': web }, at) =>
    judgeAnswered(web, () => {
      const sessions = cookiesOf(web, at).filter(({ cookie }) => isSession(cookie));
      const [first, ...rest] = sessions.filter(({ cookie }) => !cookie.httpOnly);
      if (first === undefined) return sessions.length === 0 ? notApplicable : safe;
      return accuseCookies(web, [first, ...rest]);
    }),
});
