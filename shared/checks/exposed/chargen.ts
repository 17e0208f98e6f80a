import { defineCheck } from '../check.ts';
import { answersAtAll } from './replies.ts';
import { smallServiceFixes } from './small-service-fixes.ts';
import { smallService } from './why.ts';

export const chargen = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'chargen は外部に応答しません', en: 'chargen does not answer the Internet' },
    vulnerable: {
      ja: '古い試験用の機能（chargen）が外部に応答しています',
      en: 'An old test service (chargen) answers the Internet',
    },
    why: smallService,
  },
  action: 'close-service',
  fixes: smallServiceFixes(19),
  references: [
    'https://www.rfc-editor.org/rfc/rfc864',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'chargen'),
});
