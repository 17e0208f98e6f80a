import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { reachable } from './reachable.ts';

export const printer = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: { ja: 'プリンターの入口には外部から届きません', en: 'No printer can be reached from the Internet' },
    vulnerable: {
      ja: 'プリンターの入口が外部に公開されています',
      en: 'A printer can be reached from the Internet',
    },
    why: {
      ja: '世界中の誰もが印刷でき、複合機に保存された書類や宛先、管理画面が見られるおそれもあります。',
      en: 'Anyone in the world can print on it, and may see stored documents, addresses and its management page.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(9100, {
    ja: 'プリンターと複合機は庁内の回線だけに置き、インターネット側からの TCP 9100、515、631 番を閉じます。',
    en: 'Keep printers on the internal network and close TCP 9100, 515 and 631 from the Internet.',
  }),
  references: ['https://www.ipa.go.jp/security/iot/index.html', 'https://www.pwg.org/ipp/'],
  detect: ({ ports }) =>
    reachable(ports, { services: ['ipp', 'jetdirect', 'printer', 'cups'], ports: [9100] }),
});
