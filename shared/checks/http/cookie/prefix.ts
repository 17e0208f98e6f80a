import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { type Cookie, cookiesOf } from '../cookies.ts';
import { judgeAnswered } from '../pages.ts';
import { mozillaWeb } from '../references.ts';
import { accuseCookies } from './accuse.ts';
import { attributeFixes } from './fixes.ts';

export const cookiePrefix = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'Cookie の名前の約束（__Host-、__Secure-）は守られています',
      en: 'The promises of cookie names (__Host-, __Secure-) are kept',
    },
    vulnerable: {
      ja: 'Cookie の名前の約束（__Host-、__Secure-）が守られていません',
      en: 'The promises of cookie names (__Host-, __Secure-) are not kept',
    },
    why: {
      ja: '__Host- や __Secure- で始まる名前は、決まった属性が付いていることの約束です。守られていない Cookie はブラウザーに捨てられるため、ログインなどの機能が動かないか、守られていないことに気づけません。',
      en: 'Names that begin with __Host- or __Secure- promise certain attributes. Browsers drop cookies that break the promise, so that functions such as signing in fail, or go unprotected without anybody noticing.',
    },
  },
  action: 'http-headers',
  fixes: attributeFixes(
    {
      ja: '__Host- には Secure と Path=/ を付けて Domain を付けず、__Secure- には Secure を付けます。',
      en: 'Give __Host- cookies Secure and Path=/ and no Domain, and __Secure- cookies Secure.',
    },
    'Set-Cookie: __Host-SESSION=…; Path=/; Secure; HttpOnly; SameSite=Lax',
  ),
  references: [
    'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-4.1.3',
    mozillaWeb,
  ],
  detect: ({ 'http-response': web }, at) =>
    judgeAnswered(web, () => {
      const promising = cookiesOf(web, at).filter(({ cookie }) => /^__(?:host|secure)-/i.test(cookie.name));
      const [first, ...rest] = promising.filter(({ cookie }) => !keepsPromise(cookie, web.data.scheme));
      if (first === undefined) return promising.length === 0 ? notApplicable : safe;
      return accuseCookies(web, [first, ...rest]);
    }),
});

function keepsPromise({ name, secure, path, domain }: Cookie, scheme: 'http' | 'https'): boolean {
  if (!secure || scheme !== 'https') return false;
  return /^__secure-/i.test(name) || (path === '/' && domain === null);
}
