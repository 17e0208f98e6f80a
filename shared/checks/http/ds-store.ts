import { defineCheck } from '../check.ts';
import { judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import { headSign, isServed } from './files.ts';
import { owaspOldFiles } from './references.ts';

export const dsStore = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'low',
  text: {
    safe: {
      ja: 'Mac のフォルダー情報（.DS_Store）は公開されていません',
      en: 'No .DS_Store file of a Mac is public',
    },
    vulnerable: {
      ja: 'Mac のフォルダー情報（.DS_Store）が公開されています',
      en: 'A .DS_Store file of a Mac is public',
    },
    why: {
      ja: 'サイトを更新した Mac が残したファイルから、フォルダーにあるファイルの名前が読み取れます。公開前の資料や消し忘れたファイルが見つけられるおそれがあります。',
      en: 'A file left behind by a Mac tells the names of the files in the folder. Documents not yet released, or forgotten ones, can be found.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '公開フォルダーの .DS_Store をすべて削除し、転送の対象から外します。',
      en: 'Delete every .DS_Store in the public folders and exclude them from uploads.',
    },
    path: '/.DS_Store',
  }),
  references: [owaspOldFiles, 'https://cwe.mitre.org/data/definitions/538.html'],
  // The catalogue rates the row H; names of files alone are no more than a directory listing, which is low.
  detect: ({ 'web-files': files }) =>
    judgeExposure(files, ['ds-store'], (response) =>
      isServed(response) ? headSign(response, /^0000000142756431/) : undefined,
    ),
});
