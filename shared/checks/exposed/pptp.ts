import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const pptp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: '古い VPN（PPTP）は公開されていません', en: 'The old VPN (PPTP) cannot be reached' },
    vulnerable: { ja: '古い VPN（PPTP）が公開されています', en: 'The old VPN (PPTP) can be reached' },
    why: {
      ja: 'PPTP の認証（MS-CHAPv2）と暗号は破られています。通信を記録した者は、パスワードを短時間で求め、庁内の通信を読めます。',
      en: 'Its login (MS-CHAPv2) and encryption are broken: whoever records the traffic finds the password within a day and reads what goes through.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    1723,
    {
      ja: 'PPTP を止め、IKEv2/IPsec か SSL-VPN に替え、TCP 1723 番と GRE を閉じます。',
      en: 'Replace PPTP by IKEv2/IPsec or an SSL VPN, and close TCP 1723 and GRE.',
    },
    {
      'yamaha-rtx': { ja: 'PPTP を止めます。', en: 'Switch PPTP off.', snippet: 'pptp service off\nsave' },
      'windows-server': {
        ja: '「ルーティングとリモート アクセス」のポートで、WAN ミニポート (PPTP) のリモート アクセス接続を外します。',
        en: 'In Routing and Remote Access, under Ports, take remote access connections out of WAN Miniport (PPTP).',
      },
      debian: { ja: '止めます。', en: 'Stop it.', snippet: 'systemctl disable --now pptpd' },
      fortinet: {
        ja: 'CLI で次を実行します。',
        en: 'Run this on the CLI.',
        snippet: 'config vpn pptp\n  set status disable\nend',
      },
    },
  ),
  references: [
    'https://learn.microsoft.com/en-us/security-updates/securityadvisories/2012/2743314',
    'https://www.rfc-editor.org/rfc/rfc2637',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'pptp'),
});
