import { defineCheck } from '../check.ts';
import { safe } from '../verdicts.ts';
import { headerFixes } from './header-fixes.ts';
import { missingHeader } from './missing-header.ts';
import { header, judgePage } from './pages.ts';
import { owaspHeaders } from './references.ts';

export const coopMissing = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'ほかのサイトの画面から切り離されています（COOP）',
      en: 'The page is separated from windows of other sites (COOP)',
    },
    vulnerable: {
      ja: 'ほかのサイトの画面から切り離されていません（COOP）',
      en: 'The page is not separated from windows of other sites (COOP)',
    },
    why: {
      ja: 'このページを新しい画面で開いたほかのサイトが、その画面を別のページに差し替えることができます。切り離しておくと、偽の画面への差し替えや、情報を推し量る攻撃を防げます。',
      en: 'A site that opened this page in a new window can put another page in its place. Separation prevents forged pages and attacks that guess at contents.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Cross-Origin-Opener-Policy',
    value: 'same-origin',
    first: {
      ja: '外部のログインや決済の画面を別の画面で開いている場合は、same-origin-allow-popups にします。',
      en: 'Where login or payment pages of others open in a window of their own, use same-origin-allow-popups.',
    },
  }),
  references: ['https://html.spec.whatwg.org/multipage/browsers.html', owaspHeaders],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const value = header(page.response, 'cross-origin-opener-policy') ?? '';
      return /^\s*(?:same-origin(?:-allow-popups|-plus-coep)?|noopener-allow-popups)\s*(?:;|$)/i.test(value)
        ? safe
        : missingHeader(web, page);
    }),
});
