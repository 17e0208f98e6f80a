import { defineCheck } from '../../check.ts';
import { rfc2182, rfc7766 } from '../references.ts';
import { judgeUnreachable, reachFixes } from '../unreachable.ts';

export const tcpUnreachable = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'すべての DNS サーバーが TCP で応答します', en: 'All name servers answer over TCP' },
    vulnerable: {
      ja: 'TCP で応答しない DNS サーバーがあります',
      en: 'A name server does not answer over TCP',
    },
    why: {
      ja: '長い応答は TCP でしか渡せません。TCP で答えないと、DNSSEC やメールの認証のレコードなど長い応答が届かず、名前解決が一部で失敗します。',
      en: 'Long answers can be given over TCP alone. Without it, long records such as those of DNSSEC and mail authentication do not arrive, and some look-ups fail.',
    },
  },
  action: 'dns-server',
  fixes: reachFixes('tcp'),
  references: [rfc7766, rfc2182],
  detect: ({ 'dns-answers': evidence }) => judgeUnreachable(evidence, 'tcp'),
});
