import { defineCheck } from '../../check.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { missingHeader } from '../missing-header.ts';
import { type Answer, header, isCutShort, judgePage } from '../pages.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';
import { cspFixes, plainPolicy } from './fixes.ts';
import { enforcedOn } from './judge.ts';

export const cspMissing = defineCheck({
  version: 2,
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
  fixes: cspFixes(plainPolicy, {
    ja: '外部の地図、動画、解析などを使っている場合は、その提供元を加えます。',
    en: 'Add the providers of maps, videos or statistics that the site uses.',
  }),
  references: ['https://www.w3.org/TR/CSP3/', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      if (enforcedOn(web, page).length > 0) return safe;
      const headEnds = /<\/head\s*>|<body[\s>]/i.test(page.response.body);
      return isCutShort(page.response) && !headEnds
        ? undetermined('page-cut-short')
        : missingHeader(web, page, isReported(page) ? onlyReported : undefined);
    }),
});

function isReported({ response }: Answer): boolean {
  return header(response, 'content-security-policy-report-only') !== undefined;
}

const onlyReported = {
  ja: '試験用の指定（Content-Security-Policy-Report-Only）だけがあり、実際には何も止めません。',
  en: 'There is only a policy on trial (Content-Security-Policy-Report-Only), which stops nothing.',
};
