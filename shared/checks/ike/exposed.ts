import { defineCheck } from '../check.ts';
import { anyAnswer } from './answers.ts';
import { ikeFixes, rfc8247 } from './fixes.ts';

export const ikeExposed = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'info',
  text: {
    safe: {
      ja: 'IPsec VPN（IKE）は、知らない相手に応答しません',
      en: 'IPsec VPN (IKE) does not answer strangers',
    },
    vulnerable: {
      ja: 'IPsec VPN（IKE）が、知らない相手に応答しています',
      en: 'IPsec VPN (IKE) answers strangers',
    },
    why: {
      ja: 'VPN の入口として公開すること自体は問題ではありません。拠点間だけの VPN なら、相手のアドレスに限ると、弱点を使った攻撃が届かなくなります。',
      en: 'A VPN door may well be public. Where it serves other offices alone, limit it to their addresses, and attacks on its flaws no longer reach it.',
    },
  },
  action: 'vpn-settings',
  fixes: ikeFixes,
  references: [rfc8247],
  detect: ({ 'service-reply': replies }) => anyAnswer(replies),
});
