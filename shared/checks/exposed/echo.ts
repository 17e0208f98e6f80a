import { defineCheck } from '../check.ts';
import { answersAtAll } from './replies.ts';
import { smallServiceFixes } from './small-service-fixes.ts';
import { smallService } from './why.ts';

export const echo = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'echo は外部に応答しません', en: 'echo does not answer the Internet' },
    vulnerable: {
      ja: '古い試験用の機能（echo）が外部に応答しています',
      en: 'An old test service (echo) answers the Internet',
    },
    why: smallService,
  },
  action: 'close-service',
  fixes: smallServiceFixes(7),
  references: [
    'https://www.rfc-editor.org/rfc/rfc862',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'echo'),
});
