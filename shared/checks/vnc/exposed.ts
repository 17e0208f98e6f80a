import { defineCheck } from '../check.ts';
import { answersAtAll } from '../exposed/replies.ts';
import { vncFixes } from './fixes.ts';

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
  fixes: vncFixes,
  references: [
    'https://www.rfc-editor.org/rfc/rfc6143#section-8',
    'https://www.jpcert.or.jp/at/2022/at220012.html',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'vnc'),
});
