import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe } from '../verdicts.ts';
import { ldapFixes } from './fixes.ts';

export const ldapRootdse = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ディレクトリ（LDAP）の基本情報は外部から読めません',
      en: 'The basic entry of the directory (LDAP) cannot be read from outside',
    },
    vulnerable: {
      ja: 'ディレクトリ（LDAP）が外部に公開され、基本情報を返します',
      en: 'The directory (LDAP) faces the Internet and returns its basic entry',
    },
    why: {
      ja: '組織のドメイン名とサーバーの構成が分かります。基本情報を返すこと自体は仕様どおりですが、職員の認証に使うディレクトリを外部に置く必要はほとんどありません。',
      en: 'It tells the organisation’s domain and how the server is set up. The answer itself is as the standard has it, but a directory of staff hardly ever needs to face the Internet.',
    },
  },
  action: 'close-service',
  fixes: ldapFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc4512#section-5.1'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'ldap', ({ root }, accuse) => (root === 'open' ? accuse() : safe)),
});
