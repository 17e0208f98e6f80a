import { defineCheck } from '../../check.ts';
import { dekyoSenderAuthentication } from '../references.ts';
import { dkimFixes } from './fixes.ts';
import { judgeKeys } from './keys.ts';

export const dkimTestMode = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: { ja: 'DKIM は試験の設定ではありません', en: 'DKIM is not in test mode' },
    vulnerable: { ja: 'DKIM が試験の設定（t=y）のままです', en: 'DKIM is still in test mode (t=y)' },
    why: {
      ja: '試験中であると公開しているため、受け取る側は署名の失敗を問題にしません。なりすましメールを見分ける役に立っていません。',
      en: 'The record says that signing is being tested, so recipients do not mind when it fails. It does not help to tell forged mail.',
    },
  },
  action: 'mail-domain',
  fixes: dkimFixes({
    ja: '署名が正しく付いていることを確かめ、レコードから t=y を消します。',
    en: 'See that mail is signed correctly, and remove t=y from the record.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc6376',
    'https://www.rfc-editor.org/rfc/rfc8301',
    dekyoSenderAuthentication,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeKeys(mail, ({ tags }) =>
      (tags.get('t') ?? '').split(':').some((flag) => flag.trim() === 'y') ? {} : undefined,
    ),
});
