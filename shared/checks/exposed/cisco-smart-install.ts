import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const ciscoSmartInstall = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'Cisco Smart Install には外部から届きません',
      en: 'Cisco Smart Install cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'Cisco Smart Install が外部に応答しています',
      en: 'Cisco Smart Install answers the Internet',
    },
    why: {
      ja: 'この機能は、相手を確かめずに機器の設定の読み出しと書き換え、再起動に応じます。設定にはパスワードが含まれており、機器を乗っ取られると、庁内の通信がすべて見られてしまいます。実際に各国の組織で悪用されています。',
      en: 'It reads out and replaces the device’s configuration and restarts it for whoever asks. The configuration holds passwords, and who owns the device sees all traffic behind it. It is being exploited in many countries.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    4786,
    {
      ja: 'Smart Install を止めます（no vstack）。止められない機種では、4786 番への通信をアクセスリストで拒否します。',
      en: 'Turn Smart Install off (no vstack). Where that is not possible, deny port 4786 with an access list.',
    },
    {
      'cisco-ios': {
        ja: '設定モードで次を実行し、保存します。',
        en: 'Run this in configuration mode and save it.',
        snippet: 'configure terminal\n no vstack\n end\ncopy running-config startup-config',
      },
    },
  ),
  references: [
    'https://sec.cloudapps.cisco.com/security/center/content/CiscoSecurityAdvisory/cisco-sa-20180409-smi',
    'https://www.jpcert.or.jp/at/2018/at180013.html',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'smart-install'),
});
