import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { rfc1035, rfc2182 } from '../references.ts';
import { judgeUnreachable } from '../unreachable.ts';

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
  fixes: fixList(
    'dig @{server} -p {port} {domain} SOA +norecurse +notcp',
    {
      ja: 'DNS サーバーが動いているか、ファイアウォールが外部からの 53 番（UDP）を通しているかを確かめます。使っていないサーバーなら、ゾーンの NS と登録事業者への届け出の両方から外します。',
      en: 'See whether the server runs and whether the firewall lets port 53 (UDP) in. If the server is no longer in use, remove it both from the NS records of the zone and at the registrar.',
    },
    {
      bind: {
        ja: 'named.conf の listen-on と listen-on-v6 に公開用のアドレスがあることを確かめ、rndc reconfig を実行します。',
        en: 'See that listen-on and listen-on-v6 in named.conf name the public addresses and run rndc reconfig.',
      },
      nsd: {
        ...{
          ja: 'nsd.conf の server で次を確かめ、NSD を再起動します。',
          en: 'Check this in the server section of nsd.conf and restart NSD.',
        },
        snippet: 'do-ip4: yes\ndo-ip6: yes\nport: 53',
      },
      knot: {
        ...{
          ja: 'knot.conf で公開用のアドレスを確かめ、Knot DNS を再起動します。',
          en: 'Check the public addresses in knot.conf and restart Knot DNS.',
        },
        snippet: 'server:\n    listen: [ 0.0.0.0@53, ::@53 ]',
      },
      'windows-dns': {
        ...{
          ja: '管理者の PowerShell で受信の規則を有効にします。',
          en: 'Enable the inbound rule in an administrator PowerShell.',
        },
        snippet: 'Enable-NetFirewallRule -Name "DNSSrv-DNS-UDP-In"',
      },
      fortinet: {
        ja: 'DNS サーバーへのポリシーのサービスが DNS（TCP と UDP の 53 番）であることを確かめます。',
        en: 'See that the policy for the DNS server permits the service DNS (TCP and UDP 53).',
      },
    },
  ),
  references: [rfc1035, rfc2182],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeUnreachable(evidence, 'udp');
}
