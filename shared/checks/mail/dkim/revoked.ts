import { defineCheck } from '../../check.ts';
import { dekyoSenderAuthentication } from '../references.ts';
import { dkimFixes } from './fixes.ts';
import { judgeKeys } from './keys.ts';

export const dkimRevoked = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'info',
  text: {
    safe: { ja: '見つかった DKIM の鍵は有効です', en: 'The DKIM keys that were found are in force' },
    vulnerable: {
      ja: '取り消された DKIM の鍵のレコードが残っています',
      en: 'A record of a revoked DKIM key is left',
    },
    why: {
      ja: '鍵が空のレコードは、その鍵が取り消されたことを示します。意図したものなら問題ありません。まだ署名に使っている名前であれば、送ったメールがなりすましと判定されます。',
      en: 'A record with an empty key says that the key was revoked. That is fine where it is meant. Where mail is still signed under that name, it is taken for forged.',
    },
  },
  action: 'mail-domain',
  fixes: dkimFixes({
    ja: '署名に使っていない名前であれば、そのままで構いません。使っている場合は、新しい鍵を公開します。',
    en: 'Leave it where nothing is signed under that name; otherwise publish a new key.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc6376',
    'https://www.rfc-editor.org/rfc/rfc8301',
    dekyoSenderAuthentication,
  ],
  detect: ({ 'mail-domain': mail }) => judgeKeys(mail, ({ tags }) => (tags.get('p') === '' ? {} : undefined)),
});
