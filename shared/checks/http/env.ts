import { defineCheck } from '../check.ts';
import { judgeFiles, pageAndFiles } from './beside-page.ts';
import { judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import { type FileResponse, isServed, type Signs } from './files.ts';
import { isHtml } from './pages.ts';
import { ipaWebsite, owaspMisconfiguration } from './references.ts';

export const envExposed = defineCheck({
  version: 2,
  needs: pageAndFiles,
  severity: 'high',
  text: {
    safe: {
      ja: 'アプリケーションの設定ファイル（.env）は公開されていません',
      en: 'The settings of the application (.env) are not public',
    },
    vulnerable: {
      ja: 'アプリケーションの設定ファイル（.env）が公開されています',
      en: 'The settings of the application (.env) are public',
    },
    why: {
      ja: 'このファイルには、データベースやメールのパスワード、外部サービスの鍵が書かれています。誰でも読めるため、すでに知られたものと考えて、すぐに変更する必要があります。住民の情報の流出や、サイトの乗っ取りにつながります。',
      en: 'This file holds the passwords of the database and of mail, and keys to other services. Anyone can read it: take them as known and change them at once, or residents’ data may leak and the site be taken over.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '.env を公開フォルダーの外へ移し、中に書かれていたパスワードや鍵をすべて変更します。アクセスの記録で、ほかに読み出した人がいないか確かめます。',
      en: 'Move .env out of the public folder and change every password and key in it. Look in the access log for others who read it.',
    },
    path: '/.env',
  }),
  references: [owaspMisconfiguration, ipaWebsite],
  detect: (evidence) => judgeFiles(evidence, (files) => judgeExposure(files, ['env'], settings)),
});

const secret =
  /^(?:export )?[A-Z0-9_]*(?:KEY|SECRET|PASSWORD|PASSWD|TOKEN|DATABASE_URL|DB_HOST|DB_USERNAME|APP_ENV)[A-Z0-9_]*(?==)/;

/** It begins with an assignment and has at least two, one of a name that programs keep secrets under. No value is quoted. */
function settings(response: FileResponse): Signs | undefined {
  if (!isServed(response) || isHtml(response)) return undefined;
  const lines = response.body
    .split(/\r?\n/)
    .slice(0, 200)
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const names = lines.map((line) => /^(?:export )?[A-Z][A-Z0-9_]{1,80}=/.exec(line)?.[0]);
  const [first, second] = names.filter((name) => name !== undefined);
  const known = lines.map((line) => secret.exec(line)?.[0]).find((name) => name !== undefined);
  if (names[0] === undefined || first === undefined || second === undefined || known === undefined)
    return undefined;
  const sign = (part: string) => ({ path: ['body'], part });
  return [sign(known), sign(first), sign(second)];
}
