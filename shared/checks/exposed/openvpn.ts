import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { answersAtAll } from './replies.ts';

export const openvpn = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'info',
  text: {
    safe: { ja: 'OpenVPN は知らない相手に応答しません', en: 'OpenVPN does not answer strangers' },
    vulnerable: { ja: 'OpenVPN が知らない相手に応答しています', en: 'OpenVPN answers strangers' },
    why: {
      ja: 'VPN の入口として公開すること自体は問題ではありません。鍵（tls-crypt）を設定すると、鍵を持たない者には見えなくなり、弱点を使った攻撃も届きません。',
      en: 'A VPN door may well be public. With a key (tls-crypt) it becomes invisible to strangers, and attacks on its flaws no longer reach it.',
    },
  },
  action: 'close-service',
  fixes: fixList(
    'nmap -Pn -sU -p {port} {host}',
    {
      ja: 'tls-crypt（または tls-auth）を設定し、OpenVPN を最新にします。',
      en: 'Set tls-crypt (or tls-auth) and keep OpenVPN up to date.',
    },
    {
      debian: {
        ja: '鍵を作り、サーバーと利用者の設定に次を加えます。',
        en: 'Make a key and add this to the settings of server and clients.',
        snippet:
          'openvpn --genkey tls-crypt /etc/openvpn/server/tc.key\ntls-crypt /etc/openvpn/server/tc.key',
      },
    },
  ),
  references: ['https://openvpn.net/community-resources/hardening-openvpn-security/'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'openvpn'),
});
