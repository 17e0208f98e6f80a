import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
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
  fixes: closeFixes(
    8291,
    {
      ja: '管理の接続元を庁内と保守会社のアドレスに限り、RouterOS を最新の安定版に更新します。',
      en: 'Limit management to the addresses of your office and contractor, and update RouterOS to the newest stable version.',
    },
    {
      mikrotik: {
        ja: 'WAN 側からの管理を止めます。使わない管理サービスも無効にします（192.0.2.0/24 を自分の接続元に読み替えます）。',
        en: 'Stop management from the WAN side and turn off services that are not used (put your own in place of 192.0.2.0/24).',
        snippet:
          '/ip service set winbox address=192.0.2.0/24\n/ip service disable telnet,ftp,www,api,api-ssl\n/ip neighbor discovery-settings set discover-interface-list=LAN',
      },
    },
  ),
  references: ['https://help.mikrotik.com/docs/spaces/ROS/pages/328353/Securing+your+router'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'winbox'),
});
