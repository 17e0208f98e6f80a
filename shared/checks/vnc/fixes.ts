import { closeFixes } from '../exposed/close-fixes.ts';

/** Behind a VPN or SSH. */
export const vncFixes = closeFixes(
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
);
