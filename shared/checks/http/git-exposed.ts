import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { judgeFiles, pageAndFiles } from './beside-page.ts';
import { judgeExposure, judgeUnshown } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import {
  answersFor,
  askedFor,
  bodySigns,
  type FileResponse,
  isServed,
  proofOf,
  type Signs,
} from './files.ts';
import { isHtml } from './pages.ts';
import { ipaWebsite, owaspOldFiles } from './references.ts';

export const gitExposed = defineCheck({
  version: 2,
  needs: pageAndFiles,
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
    path: '/.git',
    example: '/.git/HEAD',
  }),
  references: [owaspOldFiles, ipaWebsite],
  detect: (evidence) =>
    judgeFiles(evidence, (files) => {
      const shown = judgeExposure(files, ['git-head'], headSign);
      if (shown.verdict !== 'vulnerable') return shown;
      const second = answersFor(files, 'git-config').find(
        ({ response }) => configSign(response) !== undefined,
      );
      const [sign] = (second && configSign(second.response)) ?? [];
      if (second === undefined || sign === undefined) {
        const because = judgeUnshown(files, askedFor(files, 'git-config'));
        return because === safe ? undetermined('one-marker') : because;
      }
      return { ...shown, place: '/.git/', proof: [...shown.proof, proofOf(files, second, sign)] };
    }),
});

/** gitrepository-layout(5): a symbolic reference, or the number of a commit. */
function headSign(response: FileResponse): Signs | undefined {
  return isServed(response) && !isHtml(response)
    ? bodySigns(response, /^(?:ref: refs\/[!-~]{1,200}|[0-9a-f]{40}(?:[0-9a-f]{24})?(?=\s*$))/)
    : undefined;
}

function configSign(response: FileResponse): Signs | undefined {
  return isServed(response) && !isHtml(response) ? bodySigns(response, /^\s*\[core\]/m) : undefined;
}
