import { defineCheck } from '../check.ts';
import { ntpFixes } from './fixes.ts';
import { amplifies } from './queries.ts';

export const ntpAmplification = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'NTP の応答は、攻撃の増幅に使えるほど大きくありません',
      en: 'The answers of NTP are too small to amplify an attack',
    },
    vulnerable: {
      ja: 'NTP の応答が、他者への攻撃の増幅に使えます',
      en: 'The answers of NTP can amplify attacks on others',
    },
    why: {
      ja: '送信元を偽った小さな問い合わせに大きく答えるため、他者への攻撃（DDoS）の踏み台になります。',
      en: 'It answers a small question under a forged sender with far more, and so becomes a tool for flooding others.',
    },
  },
  action: 'close-service',
  fixes: ntpFixes,
  references: [
    'https://www.cisa.gov/news-events/alerts/2014/01/13/ntp-amplification-attacks-using-cve-2013-5211',
    'https://www.jpcert.or.jp/at/2014/at140001.html',
  ],
  detect: ({ 'service-reply': replies }) => amplifies(replies),
});
