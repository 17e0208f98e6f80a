import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const ubiquitiDiscovery = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'Ubiquiti の機器探索は外部に応答しません',
      en: 'Ubiquiti’s device discovery does not answer the Internet',
    },
    vulnerable: {
      ja: 'Ubiquiti の機器探索が外部に応答しています',
      en: 'Ubiquiti’s device discovery answers the Internet',
    },
    why: {
      ja: '機種名、ファームウェアの版、内部のアドレスを、尋ねた者すべてに教えます。送信元を偽った問い合わせで、第三者を攻撃する踏み台にもなります。',
      en: 'It tells model, firmware version and internal addresses to whoever asks, and can be used against third parties by questions with a forged sender.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    10001,
    {
      ja: '機器の設定で Discovery を無効にし、UDP 10001 番を閉じ、ファームウェアを更新します。',
      en: 'Turn Discovery off in the device’s settings, close UDP 10001 and update the firmware.',
    },
    {
      ubiquiti: {
        ja: '「Services」の Device Discovery を無効にします。EdgeRouter では次を実行します。',
        en: 'Turn Device Discovery off under Services; on an EdgeRouter run this.',
        snippet: 'configure\nset service ubnt-discover disable\ncommit ; save',
      },
    },
    'udp',
  ),
  references: ['https://www.rapid7.com/blog/post/2019/02/01/ubiquiti-discovery-service-exposures/'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'ubiquiti-discovery'),
});
