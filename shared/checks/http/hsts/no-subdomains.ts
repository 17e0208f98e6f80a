import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { headerFixes } from '../header-fixes.ts';
import { badHeader } from '../missing-header.ts';
import { mozillaWeb } from '../references.ts';
import { judgeHsts } from './judge.ts';

export const hstsNoSubdomains = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'HTTPS の常時利用（HSTS）が下位の名前にも及びます',
      en: 'The instruction to insist on HTTPS (HSTS) covers subdomains',
    },
    vulnerable: {
      ja: 'HTTPS の常時利用（HSTS）が下位の名前に及びません',
      en: 'The instruction to insist on HTTPS (HSTS) does not cover subdomains',
    },
    why: {
      ja: 'このサイトの名前の下にある名前（例：mail.）には HTTPS の常時利用が及びません。途中に入り込んだ第三者が、存在しない下位の名前の偽サイトに住民を誘導し、このサイトの Cookie を書き換えられるおそれがあります。',
      en: 'Names below this one, such as mail., are not covered. Someone in between may lead residents to a forged site under such a name and from there overwrite the cookies of this one.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Strict-Transport-Security',
    value: 'max-age=31536000; includeSubDomains',
    first: {
      ja: 'この名前の下にあるすべての名前が HTTPS で開けることを確かめてから設定します。開けないものがある場合は、先にそれを直します。',
      en: 'Make sure that every name below this one opens over HTTPS, and mend those that do not first.',
    },
    awsAttribute: 'routing.http.response.strict_transport_security.header_value',
    tomcatParameters: {
      hstsEnabled: 'true',
      hstsMaxAgeSeconds: '31536000',
      hstsIncludeSubDomains: 'true',
    },
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6797#section-6.1.2', mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgeHsts(web, ({ hsts, page, at }) => {
      if (hsts.includeSubDomains || hsts.maxAge === 0) return safe;
      return badHeader(web, page, at, {
        ja: 'includeSubDomains の指定がありません。',
        en: 'It says nothing of includeSubDomains.',
      });
    }),
});
