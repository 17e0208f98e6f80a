import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { answersAtAll } from '../exposed/replies.ts';

export const vncExposed = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: '遠隔操作（VNC）は外部に公開されていません',
      en: 'Remote control (VNC) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: '遠隔操作（VNC）が外部に公開されています',
      en: 'Remote control (VNC) can be reached from the Internet',
    },
    why: {
      ja: 'VNC のパスワードは 8 文字までしか使われないことが多く、世界中から試されます。通信も暗号化されないことが多く、画面や入力を読まれます。',
      en: 'VNC often uses no more than eight characters of a password, which are tried from all over the world, and mostly encrypts nothing.',
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
  references: [
    'https://www.rfc-editor.org/rfc/rfc6143#section-8',
    'https://www.jpcert.or.jp/at/2022/at220012.html',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'vnc'),
});
