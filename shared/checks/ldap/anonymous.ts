import { defineCheck } from '../check.ts';
import { openToAnyone } from '../exposed/replies.ts';
import { ldapFixes } from './fixes.ts';

export const anonymousLdap = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'ディレクトリ（LDAP）は匿名の検索を断っています',
      en: 'The directory (LDAP) refuses anonymous searches',
    },
    vulnerable: {
      ja: 'ディレクトリ（LDAP）を誰でも検索できます',
      en: 'Anyone can search the directory (LDAP)',
    },
    why: {
      ja: '職員の氏名、メールアドレス、部署、利用者 ID が、世界中の誰にでも読めるおそれがあります。標的型メールやパスワードの試行の材料になります。',
      en: 'Names, mail addresses, offices and user names of staff may be read by anyone in the world, and serve for forged mails and guessing passwords.',
    },
  },
  action: 'close-service',
  fixes: ldapFixes,
  references: [
    'https://www.rfc-editor.org/rfc/rfc4513#section-5.1.1',
    'https://www.openldap.org/doc/admin26/security.html',
  ],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'ldap'),
});
