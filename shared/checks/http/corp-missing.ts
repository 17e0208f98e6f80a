import { defineCheck } from '../check.ts';
import { safe } from '../verdicts.ts';
import { headerFixes } from './header-fixes.ts';
import { missingHeader } from './missing-header.ts';
import { header, judgePage } from './pages.ts';
import { owaspHeaders } from './references.ts';

export const corpMissing = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'ほかのサイトからの読み込みの可否が指定されています（CORP）',
      en: 'It is said who may load from this site (CORP)',
    },
    vulnerable: {
      ja: 'ほかのサイトからの読み込みの可否が指定されていません（CORP）',
      en: 'It is not said who may load from this site (CORP)',
    },
    why: {
      ja: 'このサイトの画像やファイルをほかのサイトが読み込んでよいかが指定されていません。通常の公開ページでは急ぐ必要はありません。個人情報を扱う画面で、情報を推し量る攻撃に備えるためのものです。',
      en: 'Whether other sites may load images and files from this one is not said. Ordinary public pages need not hurry; it is meant for pages with personal data, against attacks that guess at contents.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Cross-Origin-Resource-Policy',
    value: 'same-site',
    first: {
      ja: 'ほかのサイトに画像やファイルを提供している場合は、その場所だけ cross-origin にします。',
      en: 'Where images or files are offered to other sites, use cross-origin there.',
    },
  }),
  references: ['https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header', owaspHeaders],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const value = header(page.response, 'cross-origin-resource-policy') ?? '';
      return /^\s*(?:same-origin|same-site|cross-origin)\s*$/i.test(value) ? safe : missingHeader(web, page);
    }),
});
