import { defineCheck } from '../check.ts';
import { judgeReply } from './replies.ts';
import { smallServiceFixes } from './small-service-fixes.ts';
import { smallService } from './why.ts';

export const qotd = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'qotd は外部に応答しません', en: 'qotd does not answer the Internet' },
    vulnerable: {
      ja: '古い試験用の機能（qotd）が外部に応答しています',
      en: 'An old test service (qotd) answers the Internet',
    },
    why: smallService,
  },
  action: 'close-service',
  fixes: smallServiceFixes(17),
  references: [
    'https://www.rfc-editor.org/rfc/rfc865',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'qotd', (_, accuse) => accuse({ confidence: 'inferred' })),
});
