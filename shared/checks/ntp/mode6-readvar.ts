import { defineCheck } from '../check.ts';
import { ntpFixes } from './fixes.ts';
import { answered } from './queries.ts';

export const ntpMode6Readvar = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'low',
  text: {
    safe: {
      ja: 'NTP は内部情報の問い合わせ（mode 6）に答えません',
      en: 'NTP does not answer control queries (mode 6)',
    },
    vulnerable: {
      ja: 'NTP が内部情報の問い合わせ（mode 6）に答えます',
      en: 'NTP answers control queries (mode 6)',
    },
    why: {
      ja: 'ソフトウェアの版数や OS が誰にでも分かり、偽の送信元を使った大量通信の踏み台にも使われます。',
      en: 'Anyone learns the version and operating system, and the answers serve to flood others under a forged sender.',
    },
  },
  action: 'close-service',
  fixes: ntpFixes,
  references: [
    'https://www.cisa.gov/news-events/alerts/2014/01/13/ntp-amplification-attacks-using-cve-2013-5211',
    'https://www.jpcert.or.jp/at/2014/at140001.html',
  ],
  detect: ({ 'service-reply': replies }) => answered(replies, 'read-variables'),
});
