import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { answersAtAll } from '../exposed/replies.ts';
import { notApplicable } from '../verdicts.ts';
import { keepMemcachedInside } from './memcached-products.ts';

export const memcachedUdp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: { ja: 'memcached は UDP で応答しません', en: 'memcached does not answer on UDP' },
    vulnerable: {
      ja: 'memcached が UDP で外部に応答しています',
      en: 'memcached answers the Internet on UDP',
    },
    why: {
      ja: '送信元を偽った小さな問い合わせに、何万倍もの大きさの応答を第三者へ送りつけます。役所のサーバーが、ほかの組織を攻撃する踏み台になり、回線も使い切られます。中のデータも誰にでも読まれます。',
      en: 'To a small question with a forged sender it sends an answer tens of thousands of times its size to a third party. The office’s server becomes a weapon against others, its own line is used up, and whoever asks can read what it holds.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    11211,
    {
      ja: 'memcached の UDP を止め（-U 0）、インターネット側のファイアウォールで UDP 11211 番を閉じます。',
      en: 'Turn memcached’s UDP off (-U 0) and close UDP 11211 at the Internet firewall.',
    },
    keepMemcachedInside,
    'udp',
  ),
  references: [
    'https://www.jpcert.or.jp/at/2018/at180009.html',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  detect: ({ 'service-reply': replies }) =>
    replies.endpoint.transport === 'udp' ? answersAtAll(replies, 'memcached') : notApplicable,
});
