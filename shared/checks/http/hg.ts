import { defineCheck } from '../check.ts';
import { judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import { bodySigns, isServed } from './files.ts';
import { isHtml } from './pages.ts';
import { ipaWebsite, owaspOldFiles } from './references.ts';

export const hgExposed = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'high',
  text: {
    safe: {
      ja: 'プログラムの管理情報（.hg）は公開されていません',
      en: 'The history of the program (.hg) is not public',
    },
    vulnerable: {
      ja: 'プログラムの管理情報（.hg）が公開されています',
      en: 'The history of the program (.hg) is public',
    },
    why: {
      ja: 'サイトのプログラムが、過去の変更も含めて取り出せる状態です。データベースのパスワードや弱点を知られ、住民の情報が盗まれたり、サイトが書き換えられたりするおそれがあります。',
      en: 'The program of the site, with its earlier changes, can be downloaded. Database passwords and weaknesses become known; residents’ data could be stolen or the site altered.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '公開フォルダーから .hg を削除し、中に書かれていたパスワードや鍵をすべて変更します。',
      en: 'Delete .hg from the public folder, and change every password and key that stood in it.',
    },
    path: '/.hg',
    example: '/.hg/requires',
  }),
  references: [owaspOldFiles, ipaWebsite],
  // Every repository since Mercurial 0.9 needs `revlogv1` and `store`; a word a line (hg help internals.requirements).
  detect: ({ 'web-files': files }) =>
    judgeExposure(files, ['hg'], (response) =>
      isServed(response) && !isHtml(response) && /^(?:[\w.-]{1,60}\s*\n){2,40}$/.test(response.body)
        ? bodySigns(
            response,
            /^(?:revlogv1|revlogv2|share-safe)\s*$/m,
            /^(?:store|fncache|dotencode|generaldelta)\s*$/m,
          )
        : undefined,
    ),
});
