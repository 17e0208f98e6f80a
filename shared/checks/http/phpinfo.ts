import { defineCheck } from '../check.ts';
import { judgeFiles, pageAndFiles } from './beside-page.ts';
import { judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import { bodySigns, isServed } from './files.ts';

export const phpinfo = defineCheck({
  version: 2,
  needs: pageAndFiles,
  severity: 'medium',
  text: {
    safe: {
      ja: 'PHP の設定一覧（phpinfo）は公開されていません',
      en: 'The settings of PHP (phpinfo) are not public',
    },
    vulnerable: {
      ja: 'PHP の設定一覧（phpinfo）が公開されています',
      en: 'The settings of PHP (phpinfo) are public',
    },
    why: {
      ja: 'サーバーのソフトウェアの版、フォルダーの場所、ときにはパスワードまでが一覧で見える状態です。攻撃の下調べにそのまま使われます。',
      en: 'Versions, folders and sometimes passwords of the server are listed for all to see: everything an attacker looks for first.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '動作確認のために置いた phpinfo のファイルを削除します。一覧にパスワードがあった場合は変更します。',
      en: 'Delete the file with phpinfo, left behind after a test. Change any password that was listed.',
    },
    path: '{path}',
  }),
  references: [
    'https://www.php.net/manual/ja/function.phpinfo.php',
    'https://cwe.mitre.org/data/definitions/200.html',
  ],
  detect: (evidence) =>
    judgeFiles(evidence, (files) =>
      judgeExposure(files, ['phpinfo'], (response) =>
        isServed(response)
          ? bodySigns(
              response,
              /<title>[^<]{0,60}phpinfo\(\)<\/title>/i,
              /PHP Version\s+\d[\w.+~-]*/,
              /<t[dh] class="[ehv]">/,
            )
          : undefined,
      ),
    ),
});
