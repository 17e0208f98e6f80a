import { defineCheck } from '../check.ts';
import { acceptsWeak } from './answers.ts';
import { ikeFixes, rfc8247, rfc9395 } from './fixes.ts';

export const ikeWeakTransforms = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'IPsec VPN は弱い方式を受け付けません', en: 'IPsec VPN accepts no weak algorithms' },
    vulnerable: { ja: 'IPsec VPN が弱い方式を受け付けます', en: 'IPsec VPN accepts weak algorithms' },
    why: {
      ja: '1024 ビットの鍵交換、DES、3DES、MD5 のいずれかで VPN を始められます。通信を記録した者が、あとから内容を読めるおそれがあります。',
      en: 'The VPN can be begun with a 1024-bit key exchange, DES, 3DES or MD5. Whoever records the traffic may read it later.',
    },
  },
  action: 'vpn-settings',
  fixes: ikeFixes,
  references: [rfc8247, rfc9395],
  detect: ({ 'service-reply': replies }) => acceptsWeak(replies),
});
