import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { limitRouterManagement, limitRouteros } from './mikrotik.ts';
import { answersAtAll } from './replies.ts';
import { openRouter } from './why.ts';

export const routerosApi = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'RouterOS の API には外部から届きません',
      en: 'The API of RouterOS cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'RouterOS の API が外部に公開されています',
      en: 'The API of RouterOS can be reached from the Internet',
    },
    why: openRouter,
  },
  action: 'close-service',
  fixes: closeFixes(8728, limitRouterManagement, {
    mikrotik: limitRouteros,
  }),
  references: ['https://help.mikrotik.com/docs/spaces/ROS/pages/328353/Securing+your+router'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'routeros-api'),
});
