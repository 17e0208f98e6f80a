import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { cookiesOf, isSession } from '../cookies.ts';
import { judgeAnswered } from '../pages.ts';
import { mozillaWeb } from '../references.ts';
import { accuseCookies } from './accuse.ts';
import { attributeFixes } from './fixes.ts';

export const cookieScope = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ログイン状態を保つ Cookie は、このサイトにだけ送られます',
      en: 'Cookies that keep people signed in are sent to this site only',
    },
    vulnerable: {
      ja: 'ログイン状態を保つ Cookie が、ほかの名前のサイトにも送られます（Domain）',
      en: 'Cookies that keep people signed in are sent to sites under other names too (Domain)',
    },
    why: {
      ja: '同じドメインの下にあるほかのサイト（例：委託先の運営する特設サイト）にも、ログイン状態を保つ番号が送られます。そのうち一つでも弱点があると、本人になりすまされるおそれがあります。',
      en: 'The number that keeps people signed in also goes to other sites of the domain, such as one that a contractor runs. A weakness in any of them is enough to act as that person.',
    },
  },
  action: 'http-headers',
  fixes: attributeFixes(
    {
      ja: 'Cookie の Domain 属性を消します。複数のサイトでログインを共有している場合は、共有が必要かどうかを見直します。',
      en: 'Remove the Domain attribute. Where several sites share a login, reconsider whether they need to.',
    },
    'Set-Cookie: SESSION=…; Path=/; Secure; HttpOnly; SameSite=Lax',
  ),
  references: [
    'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-4.1.2.3',
    mozillaWeb,
  ],
  detect: ({ 'http-response': web }, at) =>
    judgeAnswered(web, () => {
      const sessions = cookiesOf(web, at).filter(({ cookie }) => isSession(cookie));
      const wide = sessions.filter(
        ({ cookie }) => cookie.domain?.includes('.') && cookie.domain !== web.data.host,
      );
      // What does not end the host's own name is refused by browsers.
      const [first, ...rest] = wide.filter(({ cookie }) => web.data.host.endsWith(`.${cookie.domain}`));
      if (first === undefined) return sessions.length === 0 ? notApplicable : safe;
      return accuseCookies(web, [first, ...rest]);
    }),
});
