import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';

export const httpProxyOpen = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'Web プロキシは、外部からの中継を断っています',
      en: 'The web proxy refuses to relay for strangers',
    },
    vulnerable: { ja: 'Web プロキシが、外部の誰にでも中継します', en: 'The web proxy relays for anyone' },
    why: {
      ja: '世界中の誰もが、役所のアドレスから通信できます。犯罪の通信元が役所に見えるうえ、庁内のサーバーの画面も外から開かれるおそれがあります。',
      en: 'Anyone in the world can go online from the office’s address. Crimes seem to come from the office, and pages of internal servers may be opened from outside.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    3128,
    {
      ja: 'プロキシの利用を庁内のアドレスに限り、TCP 3128 番を閉じます。',
      en: 'Limit the proxy to the addresses of the office and close TCP 3128.',
    },
    {
      debian: {
        ja: 'Squid では /etc/squid/squid.conf を次のようにし（192.0.2.0/24 を庁内のアドレスに読み替えます）、systemctl reload squid を実行します。',
        en: 'In Squid change /etc/squid/squid.conf to this (put your own in place of 192.0.2.0/24) and run systemctl reload squid.',
        snippet: 'acl office src 192.0.2.0/24\nhttp_access allow office\nhttp_access deny all',
      },
    },
  ),
  references: ['https://wiki.squid-cache.org/SquidFaq/SecurityPitfalls'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'http-proxy'),
});
