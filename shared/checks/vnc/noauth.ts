import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { openToAnyone } from '../exposed/replies.ts';

export const vncNoauth = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: { ja: '遠隔操作（VNC）はパスワードを求めます', en: 'Remote control (VNC) asks for a password' },
    vulnerable: {
      ja: '遠隔操作（VNC）が、誰でもパスワードなしで使えます',
      en: 'Remote control (VNC) is open to anyone without a password',
    },
    why: {
      ja: '世界中の誰もが、この画面を見て、キーボードとマウスを操作できます。住民の情報を見られ、機器を自由に使われます。',
      en: 'Anyone in the world can see this screen and use its keyboard and mouse, see residents’ data and do as they please.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    5900,
    {
      ja: 'TCP 5900 番台を閉じ、遠隔の保守は多要素認証のある VPN を通します。VNC には長いパスワードと TLS を設定します。',
      en: 'Close TCP 5900 and its neighbours and maintain remotely through a VPN with multi-factor authentication; give VNC a long password and TLS.',
    },
    {
      debian: {
        ja: '同じサーバーだけで待ち受け、SSH で転送します。',
        en: 'Listen on the server itself and forward by SSH.',
        snippet: 'vncserver -localhost yes -SecurityTypes TLSVnc,VncAuth',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc6143#section-7.1.2'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'vnc'),
});
