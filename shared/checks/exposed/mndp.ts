import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const mndp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'MikroTik の近隣探索（MNDP）は外部に応答しません',
      en: 'MikroTik’s neighbour discovery (MNDP) does not answer the Internet',
    },
    vulnerable: {
      ja: 'MikroTik の近隣探索（MNDP）が外部に応答しています',
      en: 'MikroTik’s neighbour discovery (MNDP) answers the Internet',
    },
    why: {
      ja: '機種名、版、機器の名前を、尋ねた者すべてに教えます。版が分かれば、使える弱点もすぐに調べられます。',
      en: 'It tells model, version and name of the device to whoever asks. Who knows the version also knows which flaws it has.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    5678,
    {
      ja: '近隣探索を LAN 側だけにし、UDP 5678 番を閉じます。',
      en: 'Limit neighbour discovery to the LAN side and close UDP 5678.',
    },
    {
      mikrotik: {
        ja: 'WAN 側からの管理を止めます。使わない管理サービスも無効にします（192.0.2.0/24 を自分の接続元に読み替えます）。',
        en: 'Stop management from the WAN side and turn off services that are not used (put your own in place of 192.0.2.0/24).',
        snippet:
          '/ip service set winbox address=192.0.2.0/24\n/ip service disable telnet,ftp,www,api,api-ssl\n/ip neighbor discovery-settings set discover-interface-list=LAN',
      },
    },
    'udp',
  ),
  references: ['https://help.mikrotik.com/docs/spaces/ROS/pages/328353/Securing+your+router'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'mndp'),
});
