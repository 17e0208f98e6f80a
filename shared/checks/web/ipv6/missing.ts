import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe } from '../../verdicts.ts';
import { judgeIpv6 } from './addresses.ts';

export const ipv6Missing = defineCheck({
  version: 1,
  needs: ['http-response', 'host-dns'],
  severity: 'info',
  text: {
    safe: { ja: 'サイトに IPv6 のアドレスがあります', en: 'The site has an IPv6 address' },
    vulnerable: { ja: 'サイトに IPv6 のアドレスがありません', en: 'The site has no IPv6 address' },
    why: {
      ja: '携帯電話の回線などでは IPv6 が主に使われています。IPv4 だけのサイトには中継の装置を通って接続するため、遅くなったり、中継の障害で見られなくなったりすることがあります。安全性の問題ではありません。',
      en: 'Mobile networks among others use mainly IPv6. They reach a site with IPv4 alone by way of a translator, which may be slow or fail. It is no weakness.',
    },
  },
  action: 'dns-zone',
  fixes: fixList('dig +short {name} AAAA', {
    ja: '回線事業者またはホスティング事業者に IPv6 の提供を確かめ、Web サーバーで待ち受けたうえで、DNS に AAAA レコードを加えます。ファイアウォールの設定も IPv4 と同じにします。',
    en: 'Ask the provider for IPv6, let the web server listen on it, then add the AAAA record. Give the firewall the same rules as for IPv4.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc6540',
    'https://www.soumu.go.jp/menu_seisaku/ictseisaku/ipv6/',
  ],
  detect: ({ 'http-response': web, 'host-dns': dns }) =>
    judgeIpv6(web, dns, ({ addresses, proof }) =>
      addresses.length > 0 ? safe : { verdict: 'vulnerable', confidence: 'verified', proof: [proof] },
    ),
});
