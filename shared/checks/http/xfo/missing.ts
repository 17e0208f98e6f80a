import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { parsePolicies } from '../csp/policy.ts';
import { headerFixes } from '../header-fixes.ts';
import { missingHeader } from '../missing-header.ts';
import { header, headers, judgePage } from '../pages.ts';
import { ipaWebsite, owaspHeaders } from '../references.ts';

export const xfoMissing = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ほかのサイトへの埋め込みが制限されています',
      en: 'Other sites are kept from embedding the page',
    },
    vulnerable: {
      ja: 'ほかのサイトへの埋め込みが制限されていません',
      en: 'Other sites are not kept from embedding the page',
    },
    why: {
      ja: '悪意のあるサイトが、このページを透明にして自分の画面に重ねることができます。住民は見えているボタンを押したつもりで、このページの申請や設定変更のボタンを押してしまいます（クリックジャッキング）。',
      en: 'A malicious site can lay this page, made invisible, over its own. Residents believe they press the button they see, and press one of an application or a setting on this page (clickjacking).',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'X-Frame-Options',
    value: 'SAMEORIGIN',
    first: {
      ja: 'ほかのサイトに埋め込んで見せているページがないことを確かめます。埋め込みを許すサイトがある場合は、代わりに Content-Security-Policy の frame-ancestors で指定します。',
      en: 'Make sure that no other site is meant to embed your pages. Where one is, name it with frame-ancestors of Content-Security-Policy instead.',
    },
    awsAttribute: 'routing.http.response.x_frame_options.header_value',
    tomcatParameters: { antiClickJackingEnabled: 'true', antiClickJackingOption: 'SAMEORIGIN' },
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc7034', ipaWebsite, owaspHeaders],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      // CSP3 §6.4.2: where frame-ancestors is given, X-Frame-Options is not looked at; a meta element cannot give it.
      const policies = headers(page.response, 'content-security-policy');
      if (policies.some(framesLimited)) return safe;
      const value = header(page.response, 'x-frame-options');
      if (value === undefined) return missingHeader(web, page);
      if (/^\s*(?:deny|sameorigin)\s*$/i.test(value)) return safe;
      return missingHeader(web, page, {
        ja: 'X-Frame-Options の値がブラウザーに通用しないもの（ALLOW-FROM など）です。',
        en: 'The value of X-Frame-Options is one that browsers ignore, such as ALLOW-FROM.',
      });
    }),
});

function framesLimited({ value }: { readonly value: string }): boolean {
  return parsePolicies(value).some(({ directives }) => directives.has('frame-ancestors'));
}
