import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { openToAnyone } from '../exposed/replies.ts';

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
  fixes: closeFixes(
    389,
    {
      ja: 'ディレクトリ（LDAP）は内部と決まったサーバーからだけ届くようにし、TCP 389 番と 636 番を閉じ、匿名の検索を禁じます。',
      en: 'Let the directory (LDAP) be reached from inside and named servers alone, close TCP 389 and 636, and forbid anonymous searches.',
    },
    {
      debian: {
        ja: 'slapd で匿名の検索を禁じます（ldapmodify -Y EXTERNAL -H ldapi:/// に渡します）。',
        en: 'Forbid anonymous searches in slapd (hand it to ldapmodify -Y EXTERNAL -H ldapi:///).',
        snippet:
          'dn: cn=config\nchangetype: modify\nadd: olcDisallows\nolcDisallows: bind_anon\n-\nadd: olcRequires\nolcRequires: authc',
      },
      'windows-server': {
        ja: 'Active Directory は内部だけで使い、ファイアウォールで閉じます。匿名の検索は dsHeuristics の 7 文字目を 0 に戻して禁じます。',
        en: 'Keep Active Directory inside and close it at the firewall. Forbid anonymous searches by setting the seventh character of dsHeuristics back to 0.',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc4513#section-5.1.1',
    'https://www.openldap.org/doc/admin26/security.html',
  ],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'ldap'),
});
