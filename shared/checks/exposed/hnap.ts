import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { judgeInterface } from './web-interfaces.ts';

export const hnap = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'high',
  text: {
    safe: {
      ja: '家庭用ルーターの管理（HNAP）は外部に応答しません',
      en: 'Management of home routers (HNAP) does not answer the Internet',
    },
    vulnerable: {
      ja: '家庭用ルーターの管理（HNAP）が外部に応答しています',
      en: 'Management of home routers (HNAP) answers the Internet',
    },
    why: {
      ja: '機種名と版を誰にでも教え、多くの機種で、認証を迂回して操作される弱点が知られています。ルーターを乗っ取られると、通信を盗み見られ、偽のサイトへ導かれるおそれがあります。',
      en: 'It tells model and version to anyone, and on many models flaws are known that go around authentication. Whoever owns the router sees its traffic and leads users to false sites.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(80, {
    ja: 'ルーターの設定で、インターネット側からの管理を無効にし、ファームウェアを更新します。更新がない機種は取り替えます。',
    en: 'Turn management from the Internet side off in the router and update its firmware; replace models without updates.',
  }),
  references: ['https://www.kb.cert.org/vuls/id/677427'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, {
      path: '/HNAP1/',
      open: /<(?:\w+:)?GetDeviceSettingsResult>|purenetworks\.com\/HNAP1/,
    }),
});
