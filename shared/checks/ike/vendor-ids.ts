import { defineCheck } from '../check.ts';
import { tellsVendor } from './answers.ts';
import { ikeFixes } from './fixes.ts';

export const ikeVendorIds = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'info',
  text: {
    safe: { ja: 'IPsec VPN は製品の目印を返しません', en: 'IPsec VPN returns no mark of its product' },
    vulnerable: {
      ja: 'IPsec VPN が製品や機能の目印を返します',
      en: 'IPsec VPN returns marks of its product or abilities',
    },
    why: {
      ja: '製品や版の見当がつき、その弱点を使った攻撃を選びやすくなります。多くの製品では止められないため、参考として挙げます。',
      en: 'They hint at product and version, and so help to choose an attack. Most products cannot be told to omit them, hence a remark.',
    },
  },
  action: 'vpn-settings',
  fixes: ikeFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc2408#section-3.16'],
  detect: ({ 'service-reply': replies }) => tellsVendor(replies),
});
