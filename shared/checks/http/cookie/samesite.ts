import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { cookiesOf, isSession } from '../cookies.ts';
import { judgeAnswered } from '../pages.ts';
import { mozillaWeb } from '../references.ts';
import { accuseCookies } from './accuse.ts';
import { attributeFixes } from './fixes.ts';

export const cookieSameSite = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ログイン状態を保つ Cookie は、ほかのサイトからの操作では送られません（SameSite）',
      en: 'Cookies that keep people signed in do not travel with requests of other sites (SameSite)',
    },
    vulnerable: {
      ja: 'ログイン状態を保つ Cookie が、ほかのサイトからの操作でも送られます（SameSite）',
      en: 'Cookies that keep people signed in may travel with requests of other sites (SameSite)',
    },
    why: {
      ja: '悪意のあるページを開いただけで、ログイン中の住民や職員の名前で申請や設定変更が送られるおそれがあります（CSRF）。指定がない場合に守ってくれるかどうかは、ブラウザーによって異なります。',
      en: 'Merely opening a malicious page may send applications or changes in the name of whoever is signed in (CSRF). Whether browsers protect them without the attribute differs from browser to browser.',
    },
  },
  action: 'http-headers',
  fixes: attributeFixes(
    {
      ja: 'ログイン状態を保つ Cookie に SameSite=Lax を付けます。外部の画面から戻ってくる処理（決済やログイン連携）がある場合は、動作を確かめます。',
      en: 'Give SameSite=Lax to cookies that keep people signed in. Where payment or login pages of others lead back to the site, test that they still do.',
    },
    'Set-Cookie: SESSION=…; Path=/; Secure; HttpOnly; SameSite=Lax',
  ),
  references: [
    'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-4.1.2.7',
    mozillaWeb,
  ],
  detect: ({ 'http-response': web }, at) =>
    judgeAnswered(web, () => {
      const sessions = cookiesOf(web, at).filter(({ cookie }) => isSession(cookie));
      const [first, ...rest] = sessions.filter(
        ({ cookie }) => cookie.sameSite === null || cookie.sameSite === 'none',
      );
      if (first === undefined) return sessions.length === 0 ? notApplicable : safe;
      return accuseCookies(web, [first, ...rest]);
    }),
});
