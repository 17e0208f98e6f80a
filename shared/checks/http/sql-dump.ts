import { defineCheck } from '../check.ts';
import { judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';
import { bodySigns, type FileResponse, isServed, type Signs } from './files.ts';
import { isHtml } from './pages.ts';
import { ipaWebsite, owaspOldFiles } from './references.ts';

export const sqlDump = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'high',
  text: {
    safe: {
      ja: 'よくある名前のデータベースの書き出しは公開されていません',
      en: 'No database dump of a usual name is public',
    },
    vulnerable: {
      ja: 'データベースの書き出し（ダンプ）が公開されています',
      en: 'A dump of a database is public',
    },
    why: {
      ja: 'データベースの中身を書き出したファイルを、誰でも取り出せる状態です。住民の情報や職員のパスワードが含まれていれば、そのまま流出します。',
      en: 'Anyone can download a file with the contents of a database. If residents’ data or passwords of staff are in it, they leak.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: 'ファイルを公開フォルダーの外へ移すか削除し、アクセスの記録で、取り出した人がいないか確かめます。個人情報が含まれる場合は、漏えい時の手順に従います。',
      en: 'Move the file out of the public folder or delete it, and look in the access log for others who fetched it. If it holds personal data, follow the procedure for leaks.',
    },
    path: '{path}',
  }),
  references: [owaspOldFiles, ipaWebsite],
  detect: ({ 'web-files': files }) => judgeExposure(files, ['sql-dump'], dump),
});

/** The first lines that mysqldump, MariaDB, phpMyAdmin, pg_dump and SQLite write, and a statement or setting of theirs. */
function dump(response: FileResponse): Signs | undefined {
  if (!isServed(response) || isHtml(response)) return undefined;
  return (
    bodySigns(response, /^(?:\/\*M![^\n]{0,80}\n)?-- (?:MySQL|MariaDB) dump \d/, /^-- Host: /m) ??
    bodySigns(response, /^-- phpMyAdmin SQL Dump/, /^-- version \d/m) ??
    bodySigns(
      response,
      /^--\r?\n-- PostgreSQL database (?:cluster )?dump/,
      /^-- Dumped (?:from|by)|^SET \w+ = /m,
    ) ??
    bodySigns(response, /^PRAGMA foreign_keys=OFF;/, /^BEGIN TRANSACTION;/m)
  );
}
