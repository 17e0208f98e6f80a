import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const exposedXdmcp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: '遠隔のログイン画面（XDMCP）は外部に応答しません',
      en: 'Remote login screens (XDMCP) do not answer the Internet',
    },
    vulnerable: {
      ja: '遠隔のログイン画面（XDMCP）が外部に応答しています',
      en: 'Remote login screens (XDMCP) answer the Internet',
    },
    why: {
      ja: '暗号化されないログイン画面を世界中に配ります。入力したパスワードを読み取られ、他者への攻撃の増幅にも使われます。',
      en: 'It hands out login screens without encryption to the world. Passwords typed there can be read, and it amplifies attacks on others.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    177,
    { ja: 'XDMCP を止め、UDP 177 番を閉じます。', en: 'Switch XDMCP off and close UDP 177.' },
    {
      debian: {
        ja: '/etc/gdm3/daemon.conf などで XDMCP を無効にします。',
        en: 'Disable XDMCP, for example in /etc/gdm3/daemon.conf.',
        snippet: '[xdmcp]\nEnable=false',
      },
    },
    'udp',
  ),
  references: ['https://www.x.org/releases/X11R7.7/doc/libXdmcp/xdmcp.html'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'xdmcp'),
});
