import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { curl } from '../http/confirm.ts';
import { foreignIn } from '../http/foreign-link.ts';
import { tagsOf } from '../http/html.ts';
import { headers, isCutShort, isHtmlPage, judgeAsked, pathOf, proofIn } from '../http/pages.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';

export const breach = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: '圧縮から秘密の値を推し量られる作りのページはありません（BREACH）',
      en: 'No page lets secrets be guessed from its compression (BREACH)',
    },
    vulnerable: {
      ja: '圧縮から秘密の値を推し量られるおそれのあるページがあります（BREACH）',
      en: 'A page may let secrets be guessed from its compression (BREACH)',
    },
    why: {
      ja: '入力した文字をそのまま表示するページに、申請を守るための秘密の値が含まれ、まとめて圧縮されています。同じ回線にいる第三者が、長さの変化からその値を少しずつ推し量れるおそれがあります。実際の攻撃には多くの条件が必要です。',
      en: 'A page that shows what was typed also holds a secret that protects its forms, and both are compressed together. Someone on the same network might guess the secret from changes in length. A real attack needs much more.',
    },
  },
  action: 'http-headers',
  fixes: fixList(
    `${curl("-o /dev/null -D - -H 'Accept-Encoding: gzip'")} | grep -i '^Content-Encoding:'`,
    {
      ja: '秘密の値（CSRF トークン）を表示のたびに変えるか、そのページの圧縮を止めます。',
      en: 'Let the secret (the CSRF token) change with every page, or do not compress that page.',
    },
    {
      nginx: {
        ja: 'そのページの location に次の行を書き、再読み込みします。',
        en: 'Put this line into the location of that page and reload.',
        snippet: 'gzip off;',
      },
      apache: {
        ja: 'そのページに次の行を書き、再読み込みします。',
        en: 'Put this line where that page is configured and reload.',
        snippet: 'SetEnv no-gzip 1',
      },
      iis: {
        ja: 'そのページの web.config に次を書きます。',
        en: 'Put this into web.config of that page.',
        snippet: '<urlCompression doDynamicCompression="false" />',
      },
    },
  ),
  references: ['https://www.breachattack.com/'],
  detect: ({ 'http-response': web }) => {
    if (web.data.scheme !== 'https') return notApplicable;
    return judgeAsked(web, 'foreign-link', (answer) => {
      const { response } = answer;
      const [coding] = headers(response, 'content-encoding');
      if (!isHtmlPage(response) || coding === undefined || !/gzip|deflate|br/i.test(coding.value))
        return safe;
      const reflected = foreignIn(answer.url);
      const token = secretIn(response.body);
      if (reflected === undefined || !response.body.includes(reflected) || token === undefined) {
        return isCutShort(response) ? undetermined('page-cut-short') : safe;
      }
      return {
        verdict: 'vulnerable',
        confidence: 'inferred',
        proof: [
          proofIn(web, answer, ['body'], reflected),
          proofIn(web, answer, ['body'], token),
          proofIn(web, answer, ['headers', coding.at, 1]),
        ],
        place: pathOf(answer.url),
      };
    });
  },
});

/** A hidden field whose name says that it guards a form. */
function secretIn(html: string): string | undefined {
  for (const { name, kind, attributes, source } of tagsOf(html)) {
    if (name !== 'input' || kind === 'end' || attributes.get('type')?.toLowerCase() !== 'hidden') continue;
    if (/csrf|xsrf|token|nonce/i.test(attributes.get('name') ?? '') && attributes.get('value')) return source;
  }
  return undefined;
}
