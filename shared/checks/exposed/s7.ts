import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { industrialReferences, isolateController } from './industrial.ts';
import { reachable } from './reachable.ts';
import { industrialControl } from './why.ts';

export const s7 = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: '制御機器の入口（Siemens S7）には外部から届きません',
      en: 'The door of control devices (Siemens S7) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: '制御機器の入口（Siemens S7）が外部に公開されている疑いがあります',
      en: 'The door of control devices (Siemens S7) seems to be reachable from the Internet',
    },
    why: industrialControl,
  },
  action: 'close-service',
  fixes: closeFixes(102, isolateController),
  references: industrialReferences,
  detect: ({ ports }) => reachable(ports, { services: [], ports: [102] }),
});
