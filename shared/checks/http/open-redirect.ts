import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { curl } from './confirm.ts';
import { foreignIn } from './foreign-link.ts';
import { judgeLocation } from './location.ts';
import { judgeAsked, judgePage, pathOf } from './pages.ts';

export const openRedirect = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'リンクに書かれた外部のアドレスへは転送されません',
      en: 'Addresses written into links are not followed to other sites',
    },
    vulnerable: {
      ja: 'リンクに書かれた外部のアドレスへ転送されます',
      en: 'Addresses written into links are followed to any other site',
    },
    why: {
      ja: 'このサイトのアドレスで始まるリンクから、どのサイトへでも転送できます。役所のサイトへのリンクに見せかけて、住民を偽のページへ誘導するメールに使われます。',
      en: 'A link that begins with the address of this site can lead anywhere. Mails use that to lead residents to forged pages with what looks like a link to the municipality.',
    },
  },
  action: 'http-headers',
  fixes: fixList(`${curl('-o /dev/null -D -', '/?url=https://attacker.invalid/')} | grep -i '^Location:'`, {
    ja: '転送先を番号や決まった一覧で選ぶようにし、リンクに書かれたアドレスをそのまま使わないようにします。アプリケーションの修正が必要です。委託先のアプリケーションであれば、根拠に示したアドレスを添えて依頼します。',
    en: 'Choose where to go from a list, and never use an address from the link as it is. This is a change in the application: where it is a contractor’s, send them the address shown as proof.',
  }),
  references: [
    'https://cwe.mitre.org/data/definitions/601.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  detect: ({ 'http-response': web }) =>
    judgePage(web, () =>
      judgeAsked(web, 'foreign-link', (answer) => {
        const verdict = judgeLocation(web, answer, foreignIn(answer.url));
        return verdict.verdict === 'vulnerable' ? { ...verdict, place: pathOf(answer.url) } : verdict;
      }),
    ),
});
