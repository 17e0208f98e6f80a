import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
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
  fixes: closeFixes(502, {
    ja: '設備の担当者と保守会社に連絡し、制御機器を閉じた回線に移します。遠隔で保守するときは VPN を通します。ほかの機器で通信を遮るときも、必ず設備の担当者の立ち会いのもとで行います。',
    en: 'Tell whoever runs the plant, and its contractor, and move the controller to a closed network, with a VPN for remote service. Cut traffic off only in the presence of the plant’s staff.',
  }),
  references: [
    'https://www.ipa.go.jp/security/controlsystem/index.html',
    'https://www.cisa.gov/topics/industrial-control-systems',
  ],
  detect: ({ ports }) => reachable(ports, { services: [], ports: [502] }),
});
