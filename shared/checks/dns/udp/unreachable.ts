import { defineCheck } from '../../check.ts';
import { rfc1035, rfc2182 } from '../references.ts';
import { judgeUnreachable, reachFixes } from '../unreachable.ts';

export const udpUnreachable = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'すべての DNS サーバーが UDP で応答します', en: 'All name servers answer over UDP' },
    vulnerable: {
      ja: 'UDP で応答しない DNS サーバーがあります',
      en: 'A name server does not answer over UDP',
    },
    why: {
      ja: '名前解決のほとんどは UDP で行われます。一部の DNS サーバーが UDP で答えないと、待ち時間が生じ、残りのサーバーが止まったときにホームページもメールも使えなくなります。',
      en: 'Nearly all look-ups use UDP. A name server that stays silent costs time, and when the others fail neither web nor mail works.',
    },
  },
  action: 'dns-server',
  fixes: reachFixes('udp'),
  references: [rfc1035, rfc2182],
  detect: ({ 'dns-answers': evidence }) => judgeUnreachable(evidence, 'udp'),
});
