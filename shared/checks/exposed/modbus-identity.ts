import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
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
  fixes: closeFixes(502, {
    ja: '設備の担当者と保守会社に連絡し、制御機器を閉じた回線に移します。遠隔で保守するときは VPN を通します。ほかの機器で通信を遮るときも、必ず設備の担当者の立ち会いのもとで行います。',
    en: 'Tell whoever runs the plant, and its contractor, and move the controller to a closed network, with a VPN for remote service. Cut traffic off only in the presence of the plant’s staff.',
  }),
  references: [
    'https://www.ipa.go.jp/security/controlsystem/index.html',
    'https://www.cisa.gov/topics/industrial-control-systems',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'modbus'),
});
