import { defineCheck } from '../../check.ts';
import { soaFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { isHostName, judgeSoaName } from './names.ts';

export const syntaxMname = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: '主サーバーの名前（MNAME）は正しい書き方です',
      en: 'The name of the primary (MNAME) is written correctly',
    },
    vulnerable: {
      ja: '主サーバーの名前（MNAME）の書き方が正しくありません',
      en: 'The name of the primary (MNAME) is not written correctly',
    },
    why: {
      ja: '更新の仕組みの一部がこの名前を使います。正しくないと、動的な更新や転送の確認が失敗します。',
      en: 'Parts of the update mechanism use this name. If it is wrong, dynamic updates and checks of transfers fail.',
    },
  },
  action: 'dns-zone',
  fixes: soaFixes({
    ja: 'SOA の主サーバーに、英数字とハイフンだけの完全な名前（末尾のドットまで）を書きます。',
    en: 'Write a full name of letters, digits and hyphens, with its final dot, as primary in SOA.',
  }),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => judgeSoaName(evidence, 'mname', isHostName),
});
