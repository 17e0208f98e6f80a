import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';
import { keepMemcachedInside } from './memcached-products.ts';

export const memcachedExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: 'memcached は外部に公開されていません',
      en: 'memcached cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'memcached が外部に公開されています',
      en: 'memcached can be reached from the Internet',
    },
    why: {
      ja: 'memcached にはふつう利用者の確認がなく、接続できる者は中のデータを読み書きできます。利用者のログイン状態などが盗まれるほか、UDP も開いていると、第三者を攻撃する踏み台にされます。',
      en: 'memcached usually asks nobody who they are: whoever connects can read and write what it holds, such as the sessions of logged-in users. With UDP open as well, it is a means to attack third parties.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    11211,
    {
      ja: 'memcached は同じサーバーからだけ使えるようにし（-l 127.0.0.1 -U 0）、インターネット側のファイアウォールで TCP と UDP の 11211 番を閉じます。',
      en: 'Let memcached serve its own server only (-l 127.0.0.1 -U 0), and close TCP and UDP 11211 at the Internet firewall.',
    },
    keepMemcachedInside,
  ),
  references: ['https://docs.memcached.org/serverguide/', 'https://www.jpcert.or.jp/at/2018/at180009.html'],
  detect: ({ ports }) => reachable(ports, { services: ['memcached'], ports: [11211] }),
});
