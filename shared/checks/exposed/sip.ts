import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const sip = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'IP 電話の交換機（SIP）は外部に応答しません',
      en: 'The telephone exchange (SIP) does not answer the Internet',
    },
    vulnerable: {
      ja: 'IP 電話の交換機（SIP）が外部に応答しています',
      en: 'The telephone exchange (SIP) answers the Internet',
    },
    why: {
      ja: '内線のパスワードを推測されると、国際電話などを役所の負担でかけられます。SIP の入口には、世界中から絶えず試行が行われています。',
      en: 'Whoever guesses the password of an extension makes calls abroad at the office’s expense. SIP doors are tried without pause from all over the world.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(5060, {
    ja: 'SIP は電話会社と拠点のアドレスからだけ届くようにし、内線のパスワードを長くし、国際発信を制限します。',
    en: 'Let only the addresses of your carrier and sites reach SIP, use long passwords for extensions, and restrict calls abroad.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc3261.html#section-26'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'sip'),
});
