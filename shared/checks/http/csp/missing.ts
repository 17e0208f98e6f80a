import { defineCheck } from '../../check.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { cspDirectives } from '../directives.ts';
import { headerFixes } from '../header-fixes.ts';
import { metaHeader } from '../html.ts';
import { missingHeader } from '../missing-header.ts';
import { headers, isCutShort, judgePage } from '../pages.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';

export const cspMissing = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: '読み込んでよいスクリプトの範囲（CSP）が指定されています',
      en: 'The sources a page may load from are limited (CSP)',
    },
    vulnerable: {
      ja: '読み込んでよいスクリプトの範囲（CSP）が指定されていません',
      en: 'The sources a page may load from are not limited (CSP)',
    },
    why: {
      ja: 'ページに不正なスクリプトが紛れ込んだときに、実行を食い止める最後の守りがありません。問い合わせフォームなどに弱点があると、住民の入力内容が盗まれたり、偽の画面が表示されたりするおそれがあります。',
      en: 'The last defence against scripts that were smuggled into a page is absent. Should a form have a weakness, what residents type could be stolen or forged screens shown.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Content-Security-Policy',
    value: "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
    first: {
      ja: 'はじめに Content-Security-Policy-Report-Only という名前で試し、ブラウザーの開発者ツールで表示の崩れを確かめてから本番にします。外部の地図、動画、解析などを使っている場合は、その提供元を加えます。',
      en: 'Try it first as Content-Security-Policy-Report-Only and watch the developer tools of a browser. Add the providers of maps, videos or statistics that the site uses.',
    },
    awsAttribute: 'routing.http.response.content_security_policy.header_value',
  }),
  references: ['https://www.w3.org/TR/CSP3/', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const sent = headers(page.response, 'content-security-policy').map(({ value }) => value);
      const written = metaHeader(page.response.body, 'content-security-policy')?.content;
      const policies = written === undefined ? sent : [...sent, written];
      if (policies.some((policy) => cspDirectives(policy).size > 0)) return safe;
      const headEnds = /<\/head\s*>|<body[\s>]/i.test(page.response.body);
      return isCutShort(page.response) && !headEnds
        ? undetermined('page-cut-short')
        : missingHeader(web, page);
    }),
});
