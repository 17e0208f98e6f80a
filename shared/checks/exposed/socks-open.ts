import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';

export const socksOpen = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: 'SOCKS プロキシは、利用者を確かめてから中継します', en: 'The SOCKS proxy asks who one is' },
    vulnerable: {
      ja: 'SOCKS プロキシが、誰でもパスワードなしで使えます',
      en: 'The SOCKS proxy can be used by anyone without a password',
    },
    why: {
      ja: '世界中の誰もが、役所のアドレスから通信できます。犯罪の通信元が役所に見えるうえ、庁内のサーバーへ入り込む通路にもなります。',
      en: 'Anyone in the world can go online from the office’s address. Crimes seem to come from the office, and the way into its internal servers is open.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(1080, {
    ja: 'プロキシは内部のアドレスだけで待ち受け、認証を設定し、TCP 1080 番を閉じます。',
    en: 'Let the proxy listen on internal addresses only, set authentication and close TCP 1080.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc1929.html'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'socks'),
});
