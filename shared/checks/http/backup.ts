import { defineCheck } from '../check.ts';
import { judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import { type FileResponse, headSign, isServed, type Signs } from './files.ts';
import { header, isHtml } from './pages.ts';
import { ipaWebsite, owaspOldFiles } from './references.ts';

export const backupExposed = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'high',
  text: {
    safe: {
      ja: 'よくある名前のバックアップファイルは公開されていません',
      en: 'No backup archive of a usual name is public',
    },
    vulnerable: {
      ja: 'バックアップファイルが公開されています',
      en: 'A backup archive is public',
    },
    why: {
      ja: 'サイトを丸ごと保存したとみられるファイルを、誰でも取り出せる状態です。プログラムやデータベースのパスワード、住民の情報が含まれていれば、そのまま流出します。',
      en: 'Anyone can download a file that seems to hold the whole site. If passwords, programs or residents’ data are in it, they leak.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: 'ファイルを公開フォルダーの外へ移すか削除し、中に書かれていたパスワードや鍵を変更します。アクセスの記録で、取り出した人がいないか確かめます。',
      en: 'Move the file out of the public folder or delete it, and change the passwords and keys in it. Look in the access log for others who fetched it.',
    },
    path: '{path}',
  }),
  references: [owaspOldFiles, ipaWebsite],
  detect: ({ 'web-files': files }) => judgeExposure(files, ['backup'], archive),
});

/** ZIP (a first entry, not an empty archive), gzip with DEFLATE, 7-Zip, and RAR by their first bytes; not a text that was packed for the way. */
function archive(response: FileResponse): Signs | undefined {
  const packed = header(response, 'content-encoding') !== undefined;
  return isServed(response) && !packed && !isHtml(response)
    ? headSign(response, /^(?:504b0304|1f8b08|377abcaf271c|526172211a07)/)
    : undefined;
}
