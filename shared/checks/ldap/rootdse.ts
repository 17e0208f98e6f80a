import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe } from '../verdicts.ts';

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
  references: ['https://www.rfc-editor.org/rfc/rfc4512#section-5.1'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'ldap', ({ root }, accuse) => (root === 'open' ? accuse() : safe)),
});
