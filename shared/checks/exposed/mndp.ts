import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { limitRouteros } from './mikrotik.ts';
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
      mikrotik: limitRouteros,
    },
    'udp',
  ),
  references: ['https://help.mikrotik.com/docs/spaces/ROS/pages/328353/Securing+your+router'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'mndp'),
});
