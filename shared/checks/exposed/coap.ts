import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const coap = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'CoAP（IoT 機器の通信）は外部に応答しません',
      en: 'CoAP (devices of the Internet of Things) does not answer the Internet',
    },
    vulnerable: {
      ja: 'CoAP（IoT 機器の通信）が外部に応答しています',
      en: 'CoAP (devices of the Internet of Things) answers the Internet',
    },
    why: {
      ja: 'センサーなどの機器が、尋ねた者すべてに値や機能の一覧を返します。送信元を偽った問い合わせで、第三者を攻撃する踏み台にもなります。',
      en: 'Sensors and the like tell their values and functions to whoever asks, and can be used against third parties by questions with a forged sender.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    5683,
    {
      ja: '機器を内部の回線に移し、UDP 5683 番を閉じます。外から使うときは DTLS（5684 番）と認証を設定します。',
      en: 'Move the device to an internal network and close UDP 5683. For use from outside set DTLS (port 5684) with authentication.',
    },
    {},
    'udp',
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc7252.html#section-11.3'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'coap'),
});
