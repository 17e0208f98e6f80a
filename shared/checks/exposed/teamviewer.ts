import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { reachable } from './reachable.ts';

export const exposedTeamviewer = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'TeamViewer は外部から直接届きません',
      en: 'TeamViewer cannot be reached directly from the Internet',
    },
    vulnerable: {
      ja: 'TeamViewer が外部から直接届きます',
      en: 'TeamViewer can be reached directly from the Internet',
    },
    why: {
      ja: '遠隔操作ソフトウェアの入口が世界中から見えています。管理外で入れられたものであれば、組織の把握しない出入り口になります。',
      en: 'The door of remote control software can be seen from all over the world. If nobody in charge installed it, it is a way in that the organisation does not know of.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(5938, {
    ja: '使っていなければ削除します。使う場合は TCP 5938 番の受信を閉じ（外向きの接続だけで動きます）、二要素認証と許可リストを設定します。',
    en: 'Remove it where it is not used. Otherwise close inbound TCP 5938 (it works by outbound connections alone) and set two-factor authentication and an allow list.',
  }),
  references: [
    'https://www.teamviewer.com/en/global/support/knowledge-base/teamviewer-classic/troubleshooting/ports-used-by-teamviewer/',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['teamviewer'], ports: [5938] }),
});
