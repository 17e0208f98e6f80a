import { defineCheck } from '../check.ts';
import { judgeExposure, judgeUnshown } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import {
  askedFor,
  bodySigns,
  type FilePurpose,
  type FileResponse,
  type FilesEvidence,
  isServed,
  type Signs,
} from './files.ts';
import { isHtml } from './pages.ts';
import { ipaWebsite, owaspMisconfiguration, owaspOldFiles } from './references.ts';

/** What each file cannot be without. Values are struck out before they are stored. */
const files: readonly (readonly [
  purpose: FilePurpose,
  find: (response: FileResponse) => Signs | undefined,
])[] = [
  [
    'web-config',
    (response) =>
      bodySigns(
        response,
        /<configuration[\s>]/i,
        /<(?:system\.web(?:Server)?|connectionStrings|appSettings)[\s/>]/i,
      ),
  ],
  [
    'wp-config',
    (response) => bodySigns(response, /^\s*<\?php/, /define\(\s*['"]DB_(?:NAME|USER|PASSWORD|HOST)['"]/),
  ],
  ['htpasswd', (response) => bodySigns(response, passwords)],
];

/** htpasswd(1): nothing but names with hashes; of these the probe leaves the scheme, of DES crypt nothing. */
const passwords = /^(?:[\w.@-]{1,100}:(?:\$(?:apr1|2[aby]|5|6)\$|\{SHA\})?\*\*\*\s*(?:\n|$)){1,200}$/;

export const configLeak = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'high',
  text: {
    safe: {
      ja: '設定ファイル（web.config、wp-config.php の控え、.htpasswd）は公開されていません',
      en: 'Files with settings (web.config, copies of wp-config.php, .htpasswd) are not public',
    },
    vulnerable: {
      ja: 'サイトの設定ファイルが公開されています',
      en: 'A file with settings of the site is public',
    },
    why: {
      ja: '設定ファイルには、データベースのパスワードや管理者のパスワード（を変換した値）が書かれています。誰でも読めるため、すでに知られたものと考えて、すぐに変更する必要があります。',
      en: 'Such files hold the passwords of the database or, hashed, of administrators. Anyone can read it: take them as known and change them at once.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '控えのファイルは削除し、必要な設定ファイルは公開フォルダーの外へ移します。中に書かれていたパスワードや鍵をすべて変更します。',
      en: 'Delete the copy, or move the file out of the public folder. Change every password and key that stood in it.',
    },
    path: '{path}',
  }),
  references: [owaspOldFiles, owaspMisconfiguration, ipaWebsite],
  detect: ({ 'web-files': evidence }) => {
    const asked = files.filter(([purpose]) => askedFor(evidence, purpose).length > 0);
    const verdicts = asked.map(([purpose, find]) => judgeFile(evidence, purpose, find));
    const worst = (verdict: string) => verdicts.find((one) => one.verdict === verdict);
    return worst('vulnerable') ?? worst('undetermined') ?? verdicts[0] ?? judgeUnshown(evidence, []);
  },
});

function judgeFile(
  evidence: FilesEvidence,
  purpose: FilePurpose,
  find: (response: FileResponse) => Signs | undefined,
) {
  return judgeExposure(evidence, [purpose], (response) =>
    isServed(response) && !isHtml(response) ? find(response) : undefined,
  );
}
