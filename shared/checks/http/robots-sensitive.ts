import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { curl } from './confirm.ts';
import { isHtml, judgeAsked, proofIn } from './pages.ts';

/** Folders and files whose names speak of administration, copies or secrets. */
const sensitive =
  /(?:^|[/_.-])(?:admin(?:istrator)?|kanri|manage(?:r|ment)?|backup|bak|old|secret|private|internal|staff|shokuin|intra(?:net)?|phpmyadmin|sql|dump|passw(?:or)?d|config|test|dev|staging)(?:$|[/_.*-])/i;
/** What products themselves put there. */
const common = /^\/(?:wp-admin\/?$|wp-admin\/admin-ajax|administrator\/?$|\?)/i;

export const robotsSensitive = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'robots.txt は内部の場所を知らせていません',
      en: 'robots.txt does not tell of internal places',
    },
    vulnerable: { ja: 'robots.txt が内部の場所を知らせています', en: 'robots.txt tells of internal places' },
    why: {
      ja: '検索サイトに載せたくない場所の一覧に、管理画面や控えらしい名前があります。誰でも読めるため、攻撃者が初めに試す場所になります。robots.txt に書いても守られるわけではありません。',
      en: 'The list of places that search engines should leave out names what looks like administration or backups. Anyone can read it, so attackers try these first. Being listed protects nothing.',
    },
  },
  action: 'web-exposure',
  fixes: fixList(curl('', '/robots.txt'), {
    ja: '載っている場所にログインや接続元の制限があることを確かめたうえで、robots.txt からは消します。検索結果に載せたくないだけのページには、X-Robots-Tag: noindex を使います。',
    en: 'Make sure that the places listed need a login or a known address, then remove them from robots.txt. For pages that should merely not be found, use X-Robots-Tag: noindex.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc9309#section-3',
    'https://cwe.mitre.org/data/definitions/538.html',
  ],
  detect: ({ 'http-response': web }) =>
    judgeAsked(web, 'robots', (answer) => {
      const { status, body } = answer.response;
      if (status >= 500) return undetermined('server-error');
      if (status !== 200 || isHtml(answer.response) || !/^\s*user-agent\s*:/im.test(body))
        return notApplicable;
      const lines = [...body.matchAll(/^[ \t]*disallow[ \t]*:[ \t]*(\/\S{0,200})/gim)];
      const telling = lines.filter(([, path = '']) => sensitive.test(path) && !common.test(path));
      const [first, ...rest] = telling.slice(0, 5).map(([line]) => proofIn(web, answer, ['body'], line));
      if (first === undefined) return answer.response.complete ? safe : undetermined('page-cut-short');
      const place = '/robots.txt';
      return { verdict: 'vulnerable', confidence: 'verified', proof: [first, ...rest], place };
    }),
});
