import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';

export const exposedX11Open = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: {
      ja: '画面の共有（X11）は、許可のない接続を断っています',
      en: 'Screen sharing (X11) refuses strangers',
    },
    vulnerable: {
      ja: '画面の共有（X11）に、誰でも接続できます',
      en: 'Anyone can connect to the screen (X11)',
    },
    why: {
      ja: '世界中の誰もが、画面を写し取り、打った文字を読み、操作を送り込めます。パスワードも読み取られます。',
      en: 'Anyone in the world can copy the screen, read what is typed, passwords included, and send input.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    6000,
    {
      ja: 'X サーバーを -nolisten tcp で動かし、xhost - を実行し、TCP 6000 番台を閉じます。遠隔の表示には SSH の転送を使います。',
      en: 'Run the X server with -nolisten tcp, run xhost -, and close TCP 6000 and its neighbours. Forward displays by SSH.',
    },
    {
      debian: {
        ja: '許可を取り消し、外から待ち受けないようにします。',
        en: 'Withdraw the permission and stop listening.',
        snippet: 'xhost -',
      },
    },
  ),
  references: ['https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html#Connection_Setup'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'x11'),
});
