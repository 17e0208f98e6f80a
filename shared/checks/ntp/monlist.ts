import { defineCheck } from '../check.ts';
import { ntpFixes } from './fixes.ts';
import { answered } from './queries.ts';

export const ntpMonlist = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: 'NTP は接続履歴の問い合わせ（monlist）に答えません', en: 'NTP does not answer monlist' },
    vulnerable: { ja: 'NTP が接続履歴の問い合わせ（monlist）に答えます', en: 'NTP answers monlist' },
    why: {
      ja: '小さな問い合わせに数百倍の大きさで答えるため、他者への攻撃（DDoS）に使われます。加害側になると、通信事業者に回線を止められることもあります。接続してきた相手の一覧も漏れます。',
      en: 'It answers a small question with hundreds of times as much, and so is used to flood others. The carrier may cut the line of whoever takes part. The list of its clients leaks as well.',
    },
  },
  action: 'close-service',
  fixes: ntpFixes,
  references: [
    'https://www.cisa.gov/news-events/alerts/2014/01/13/ntp-amplification-attacks-using-cve-2013-5211',
    'https://www.jpcert.or.jp/at/2014/at140001.html',
    'https://nvd.nist.gov/vuln/detail/CVE-2013-5211',
  ],
  cves: ['CVE-2013-5211'],
  detect: ({ 'service-reply': replies }) => answered(replies, 'monitor-list'),
});
