import type { Advice } from '../fixes.ts';

export const limitRouterManagement: Advice = {
  ja: '管理の接続元を庁内と保守会社のアドレスに限り、RouterOS を最新の安定版に更新します。',
  en: 'Limit management to the addresses of your office and contractor, and update RouterOS to the newest stable version.',
};

export const limitRouteros: Advice = {
  ja: 'WAN 側からの管理を止めます。使わない管理サービスも無効にします（192.0.2.0/24 を自分の接続元に読み替えます）。',
  en: 'Stop management from the WAN side and turn off services that are not used (put your own in place of 192.0.2.0/24).',
  snippet:
    '/ip service set winbox address=192.0.2.0/24\n/ip service disable telnet,ftp,www,api,api-ssl\n/ip neighbor discovery-settings set discover-interface-list=LAN',
};
