import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { industrialReferences, isolateController } from './industrial.ts';
import { answersAtAll } from './replies.ts';
import { industrialControl } from './why.ts';

export const modbusIdentity = defineCheck({
  version: 1,
  needs: ['service-reply'],
  optIn: 'industrial',
  severity: 'critical',
  text: {
    safe: {
      ja: '制御機器（Modbus）は外部に応答しません',
      en: 'No control device (Modbus) answers the Internet',
    },
    vulnerable: {
      ja: '制御機器（Modbus）が外部に応答しています',
      en: 'A control device (Modbus) answers the Internet',
    },
    why: industrialControl,
  },
  action: 'close-service',
  fixes: closeFixes(502, isolateController),
  references: industrialReferences,
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'modbus'),
});
