import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { notShown, withControl } from './exposure.ts';
import { closePathFixes, hiddenSegment } from './exposure-fixes.ts';
import { answersTo, exchangesFor, type HttpResponse, isHtml, proofIn } from './pages.ts';
import { ipaWebsite } from './references.ts';

export const gitExposed = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'high',
  text: {
    safe: {
      ja: 'プログラムの管理情報（.git）は公開されていません',
      en: 'The history of the program (.git) is not public',
    },
    vulnerable: {
      ja: 'プログラムの管理情報（.git）が公開されています',
      en: 'The history of the program (.git) is public',
    },
    why: {
      ja: 'サイトのプログラムが、過去の変更も含めてすべて取り出せる状態です。データベースのパスワードや弱点を知られ、住民の情報が盗まれたり、サイトが書き換えられたりするおそれがあります。',
      en: 'The whole program of the site, with all earlier changes, can be downloaded. Database passwords and weaknesses become known; residents’ data could be stolen or the site altered.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '公開フォルダーから .git を削除し、中に書かれていたパスワードや鍵をすべて変更します。',
      en: 'Delete .git from the public folder, and change every password and key that stood in it.',
    },
    path: '/.git/HEAD',
    nginx: 'location ~ /\\.git { return 404; }',
    apache: 'RedirectMatch 404 "/\\.git"',
    iis: hiddenSegment('.git'),
  }),
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/04-Review_Old_Backup_and_Unreferenced_Files_for_Sensitive_Information',
    ipaWebsite,
  ],
  detect: ({ 'http-response': web }) => {
    const [head] = exchangesFor(web, 'git-head');
    if (head === undefined) return undetermined('not-attempted');
    const [answer] = answersTo(web, 'git-head');
    const marker = answer && headMarker(answer.response);
    if (answer === undefined || marker === undefined) return notShown(web, head);
    const [config] = exchangesFor(web, 'git-config');
    const [second] = answersTo(web, 'git-config');
    const core = second && configMarker(second.response);
    if (second === undefined || core === undefined) {
      const because = config === undefined ? undetermined('not-attempted') : notShown(web, config);
      return because === safe ? undetermined('one-marker') : because;
    }
    return withControl(web, (response) => headMarker(response) !== undefined, {
      place: '/.git/',
      proof: [proofIn(web, answer, ['body'], marker), proofIn(web, second, ['body'], core)],
    });
  },
});

/** gitrepository-layout(5): a symbolic reference, or the number of a commit. */
function headMarker(response: HttpResponse): string | undefined {
  return response.status === 200 && !isHtml(response)
    ? /^(?:ref: refs\/[!-~]{1,200}|[0-9a-f]{40}(?:[0-9a-f]{24})?(?=\s*$))/.exec(response.body)?.[0]
    : undefined;
}

function configMarker(response: HttpResponse): string | undefined {
  return response.status === 200 && !isHtml(response) ? /^\s*\[core\]/m.exec(response.body)?.[0] : undefined;
}
