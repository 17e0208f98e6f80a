import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { industrialReferences, isolateController } from './industrial.ts';
import { reachable } from './reachable.ts';
import { industrialControl } from './why.ts';

export const modbus = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: '制御機器の入口（Modbus）には外部から届きません',
      en: 'The door of control devices (Modbus) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: '制御機器の入口（Modbus）が外部に公開されている疑いがあります',
      en: 'The door of control devices (Modbus) seems to be reachable from the Internet',
    },
    why: industrialControl,
  },
  action: 'close-service',
  fixes: closeFixes(502, isolateController),
  references: industrialReferences,
  detect: ({ ports }) => reachable(ports, { services: [], ports: [502] }),
});
