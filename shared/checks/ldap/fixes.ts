import { closeFixes } from '../exposed/close-fixes.ts';

/** Inside, and for those who log in. */
export const ldapFixes = closeFixes(
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
);
