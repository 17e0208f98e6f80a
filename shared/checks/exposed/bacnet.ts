import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { industrialReferences, isolateController } from './industrial.ts';
import { answersAtAll } from './replies.ts';
import { industrialControl } from './why.ts';

export const bacnet = defineCheck({
  version: 1,
  needs: ['service-reply'],
  optIn: 'industrial',
  severity: 'high',
  text: {
    safe: {
      ja: '制御機器（BACnet）は外部に応答しません',
      en: 'No control device (BACnet) answers the Internet',
    },
    vulnerable: {
      ja: '制御機器（BACnet）が外部に応答しています',
      en: 'A control device (BACnet) answers the Internet',
    },
    why: industrialControl,
  },
  action: 'close-service',
  fixes: closeFixes(47808, isolateController, {}, 'udp'),
  references: industrialReferences,
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'bacnet'),
});
