import { defineCheck } from '../check.ts';
import { judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import { bodySigns, type FileResponse, headSign, isServed, type Signs } from './files.ts';
import { isHtml } from './pages.ts';
import { ipaWebsite, owaspOldFiles } from './references.ts';

export const svnExposed = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'high',
  text: {
    safe: {
      ja: 'プログラムの管理情報（.svn）は公開されていません',
      en: 'The history of the program (.svn) is not public',
    },
    vulnerable: {
      ja: 'プログラムの管理情報（.svn）が公開されています',
      en: 'The history of the program (.svn) is public',
    },
    why: {
      ja: 'サイトのプログラムの中身が取り出せる状態です。データベースのパスワードや弱点を知られ、住民の情報が盗まれたり、サイトが書き換えられたりするおそれがあります。',
      en: 'The program of the site can be downloaded. Database passwords and weaknesses become known; residents’ data could be stolen or the site altered.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '公開フォルダーから .svn を削除し（公開には svn export を使います）、中に書かれていたパスワードや鍵をすべて変更します。',
      en: 'Delete .svn from the public folder (publish with svn export), and change every password and key that stood in it.',
    },
    path: '/.svn',
    example: '/.svn/wc.db',
  }),
  references: [owaspOldFiles, ipaWebsite],
  detect: ({ 'web-files': files }) => judgeExposure(files, ['svn'], workingCopy),
});

/** Since 1.7 a database of SQLite ("SQLite format 3\0"); before, a text that begins with the number of its format. */
function workingCopy(response: FileResponse): Signs | undefined {
  if (!isServed(response) || isHtml(response)) return undefined;
  return (
    headSign(response, /^53514c69746520666f726d6174203300/) ??
    bodySigns(
      response,
      /^(?:8|9|10)\r?\n(?:\r?\n)?dir\r?\n\d{1,12}\r?\n/,
      /(?:https?|svn(?:\+ssh)?|file):\/\/\S{1,300}/,
    )
  );
}
