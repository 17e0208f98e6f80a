import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const oracleExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: 'Oracle データベースは外部に公開されていません',
      en: 'An Oracle database cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'Oracle データベースが外部に公開されています',
      en: 'An Oracle database can be reached from the Internet',
    },
    why: {
      ja: 'データベースに、世界中から接続とパスワードの試行ができます。住民の情報や業務データが、パスワードの推測やソフトウェアの弱点を通じて、盗まれたり消されたりするおそれがあります。',
      en: 'Anyone in the world may connect to the database and try passwords. Residents’ records may be stolen or erased through a guessed password or a flaw in the software.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(1521, {
    ja: 'リスナーは決まったサーバーからだけ接続できるようにし（sqlnet.ora の TCP.VALIDNODE_CHECKING と TCP.INVITED_NODES）、インターネット側のファイアウォールで 1521 番を閉じます。',
    en: 'Let the listener be reached only from named servers (TCP.VALIDNODE_CHECKING and TCP.INVITED_NODES in sqlnet.ora), and close port 1521 at the Internet firewall.',
  }),
  references: [
    'https://docs.oracle.com/en/database/oracle/oracle-database/19/netrf/parameters-for-the-sqlnet.ora.html',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['oracle-tns'], ports: [1521] }),
});
