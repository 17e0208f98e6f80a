import type { Check } from '../check.ts';
import { fixList } from '../fixes.ts';

export const references = [
  'https://www.rfc-editor.org/rfc/rfc3410',
  'https://www.cisa.gov/news-events/alerts/2017/06/05/reducing-risk-snmp-abuse',
] as const;

/** @param option of Net-SNMP's snmpget: `1` or `2c` */
export function snmpFixes(option: '1' | '2c'): Check['fixes'] {
  return fixList(
    `snmpget -v${option} -c public -t 3 -r 1 {host}:{port} 1.3.6.1.2.1.1.1.0`,
    {
      ja: '監視に使っていなければ SNMP を止めます。使っている場合は、コミュニティ名 public を消して SNMPv3（認証と暗号化あり）に移し、UDP 161 番は監視サーバーのアドレスからだけ受け付けます。確認の命令が「Timeout」になれば完了です。',
      en: 'Switch SNMP off where nothing monitors it. Otherwise delete the community public, move to SNMPv3 with authentication and encryption, and accept UDP 161 only from the monitoring server. It is done when the command times out.',
    },
    {
      'net-snmp': {
        ja: '/etc/snmp/snmpd.conf から rocommunity、rwcommunity、com2sec の行を消し、次のように書き換えて systemctl restart snmpd を実行します。利用者は、snmpd を止めてから net-snmp-create-v3-user -ro で作ります。',
        en: 'Delete the lines rocommunity, rwcommunity and com2sec from /etc/snmp/snmpd.conf, put this in their place and run systemctl restart snmpd. Make the user with net-snmp-create-v3-user -ro while snmpd is stopped.',
        snippet: 'agentAddress udp:127.0.0.1:161\nrouser monitor priv',
      },
      'cisco-ios': {
        ja: '設定モードで次を実行し、write memory で保存します。監視に使う場合は SNMPv3 の利用者とアクセスリストを設定します。',
        en: 'Run this in configuration mode and save with write memory. For monitoring, set up an SNMPv3 user with an access list.',
        snippet:
          'no snmp-server community public\nsnmp-server group MONITOR v3 priv\nsnmp-server user monitor MONITOR v3 auth sha AUTH-PASSWORD priv aes 128 PRIV-PASSWORD',
      },
      'yamaha-rtx': {
        ja: '次を実行します。v1 と v2c のどちらも、どのホストからも受け付けなくなります。',
        en: 'Run this. Neither v1 nor v2c is then accepted from any host.',
        snippet:
          'snmp host none\nsnmpv2c host none\nno snmp community read-only\nno snmpv2c community read-only\nsave',
      },
      'nec-ix': {
        ja: 'SNMP を使っていなければ、設定モードで次を実行します。使っている場合はコミュニティ名を変え、アクセスリストで監視サーバーに限ります。',
        en: 'If SNMP is not used, run this in configuration mode. Otherwise change the community and limit it to the monitoring server with an access list.',
        snippet: 'no snmp-agent ip enable\nwrite memory',
      },
      'allied-telesis': {
        ja: '設定モードで次を実行します（AlliedWare Plus）。',
        en: 'Run this in configuration mode (AlliedWare Plus).',
        snippet: 'no snmp-server community public\nend\ncopy running-config startup-config',
      },
      fortinet: {
        ja: 'CLI で public のコミュニティを消し、WAN 側インターフェースの allowaccess から snmp を外します。',
        en: 'On the CLI, delete the community public and take snmp out of allowaccess of the WAN interface.',
        snippet: 'config system snmp community\n  show\n  delete 1\nend',
      },
      juniper: {
        ja: '設定モードで次を実行し、commit します。',
        en: 'Run this in configuration mode, then commit.',
        snippet: 'delete snmp community public\ncommit',
      },
      'windows-server': {
        ja: '管理者のコマンドプロンプトで次を実行します。使っていなければ SNMP Service の機能そのものを削除します。',
        en: 'Run this in an administrator command prompt. If nobody uses it, remove the feature SNMP Service altogether.',
        snippet:
          'reg delete "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SNMP\\Parameters\\ValidCommunities" /v public /f\nnet stop SNMP\nnet start SNMP',
      },
    },
  );
}
