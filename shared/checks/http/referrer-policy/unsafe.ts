import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { headerFixes } from '../header-fixes.ts';
import { badHeader } from '../missing-header.ts';
import { headers, judgePage } from '../pages.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';

const known: ReadonlySet<string> = new Set([
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
]);
/** These tell other sites the whole address. Without the header, browsers tell them no more than the name. */
const telling: ReadonlySet<string> = new Set(['unsafe-url', 'no-referrer-when-downgrade']);

export const referrerPolicyUnsafe = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: '閲覧中のページのアドレスは外部のサイトに伝わりません',
      en: 'Other sites are not told which page a visitor comes from',
    },
    vulnerable: {
      ja: '閲覧中のページのアドレスが外部のサイトに伝わる設定です',
      en: 'Other sites are told which page a visitor comes from',
    },
    why: {
      ja: '住民が外部へのリンクを押すと、それまで見ていたページのアドレスがすべて相手に伝わります。アドレスに受付番号や検索した言葉が含まれていると、相談の内容などを知られるおそれがあります。',
      en: 'When residents follow a link to another site, that site learns the whole address of the page they were on. Where it holds a receipt number or a search term, their concern becomes known.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Referrer-Policy',
    value: 'strict-origin-when-cross-origin',
    first: {
      ja: 'いまの Referrer-Policy の設定（unsafe-url など）を消します。',
      en: 'Remove the present Referrer-Policy (unsafe-url or the like).',
    },
  }),
  references: ['https://www.w3.org/TR/referrer-policy/', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      // Referrer Policy §8.1: of all tokens, the last that is known holds.
      const last = headers(page.response, 'referrer-policy')
        .flatMap(({ at, value }) =>
          value.split(',').map((token) => ({ at, token: token.trim().toLowerCase() })),
        )
        .findLast(({ token }) => known.has(token));
      if (last === undefined || !telling.has(last.token)) return safe;
      return badHeader(web, page, last.at, {
        ja: `Referrer-Policy の値は ${last.token} です。`,
        en: `Referrer-Policy is ${last.token}.`,
      });
    }),
});
