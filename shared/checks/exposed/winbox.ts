import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { limitRouterManagement, limitRouteros } from './mikrotik.ts';
import { answersAtAll } from './replies.ts';
import { openRouter } from './why.ts';

export const winbox = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'WinBox（MikroTik の管理）には外部から届きません',
      en: 'WinBox (MikroTik management) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'WinBox（MikroTik の管理）が外部に公開されています',
      en: 'WinBox (MikroTik management) can be reached from the Internet',
    },
    why: openRouter,
  },
  action: 'close-service',
  fixes: closeFixes(8291, limitRouterManagement, {
    mikrotik: limitRouteros,
  }),
  references: ['https://help.mikrotik.com/docs/spaces/ROS/pages/328353/Securing+your+router'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'winbox'),
});
