import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const ndmp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'NDMP（バックアップ）には外部から届きません',
      en: 'NDMP (backup) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'NDMP（バックアップ）が外部に公開されています',
      en: 'NDMP (backup) can be reached from the Internet',
    },
    why: {
      ja: 'ストレージの中身をまるごと写し取るための入口です。身代金要求型の攻撃は、まずバックアップを狙います。',
      en: 'A door for copying whole storages. Ransomware goes for the backups first.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(10000, {
    ja: 'NDMP はバックアップサーバーからだけ届くようにし、TCP 10000 番を閉じます。',
    en: 'Let only the backup server reach NDMP, and close TCP 10000.',
  }),
  references: ['https://en.wikipedia.org/wiki/NDMP'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'ndmp'),
});
