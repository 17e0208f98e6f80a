import { defineCheck } from '../check.ts';
import { openToAnyone } from '../exposed/replies.ts';
import { vncFixes } from './fixes.ts';

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
  fixes: vncFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc6143#section-7.1.2'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'vnc'),
});
