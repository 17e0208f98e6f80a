import { defineCheck } from '../check.ts';
import { acceptsAggressive } from './answers.ts';
import { ikeFixes, rfc9395 } from './fixes.ts';

export const ikeV1Aggressive = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'IKEv1 のアグレッシブモードは受け付けられません', en: 'Aggressive mode of IKEv1 is refused' },
    vulnerable: { ja: 'IKEv1 のアグレッシブモードが使えます', en: 'Aggressive mode of IKEv1 is accepted' },
    why: {
      ja: '誰にでも、事前共有鍵を確かめるための値を返します。手に入れた者は自分の手元で好きなだけ鍵を試し、短い鍵なら VPN に入れます。',
      en: 'It returns to anyone a value by which the shared key can be checked. Whoever has it tries keys at home without limit, and enters the VPN if the key is short.',
    },
  },
  action: 'vpn-settings',
  fixes: ikeFixes,
  references: [rfc9395, 'https://nvd.nist.gov/vuln/detail/CVE-2002-1623'],
  detect: ({ 'service-reply': replies }) => acceptsAggressive(replies),
});
