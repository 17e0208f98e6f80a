import { defineCheck } from '../check.ts';
import { safe } from '../verdicts.ts';
import { headerFixes } from './header-fixes.ts';
import { missingHeader } from './missing-header.ts';
import { header, judgePage } from './pages.ts';
import { owaspHeaders } from './references.ts';

export const coepMissing = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: '許可のない外部の部品は読み込まれません（COEP）',
      en: 'Only parts that consent to it are embedded (COEP)',
    },
    vulnerable: {
      ja: '許可のない外部の部品も読み込まれます（COEP）',
      en: 'Parts are embedded whether they consent to it or not (COEP)',
    },
    why: {
      ja: 'ページの内容をほかのサイトから完全に隔てるための指定がありません。通常のページでは急ぐ必要はありません。個人情報を扱う画面で、情報を推し量る攻撃に備えるためのものです。',
      en: 'What would isolate the page from other sites completely is not set. Ordinary pages need not hurry; it is meant for pages with personal data, against attacks that guess at contents.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Cross-Origin-Embedder-Policy',
    value: 'require-corp',
    first: {
      ja: '外部の画像や地図などが表示されなくなることがあるため、はじめに Cross-Origin-Embedder-Policy-Report-Only で試します。',
      en: 'Images and maps of others may vanish: try Cross-Origin-Embedder-Policy-Report-Only first.',
    },
  }),
  references: ['https://html.spec.whatwg.org/multipage/browsers.html', owaspHeaders],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const value = header(page.response, 'cross-origin-embedder-policy') ?? '';
      return /^\s*(?:require-corp|credentialless)\s*(?:;|$)/i.test(value) ? safe : missingHeader(web, page);
    }),
});
