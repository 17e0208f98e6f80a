import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const mssqlExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: 'Microsoft SQL Server は外部に公開されていません',
      en: 'Microsoft SQL Server cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'Microsoft SQL Server が外部に公開されています',
      en: 'Microsoft SQL Server can be reached from the Internet',
    },
    why: {
      ja: 'データベースに、世界中から接続とパスワードの試行ができます。住民の情報や業務データが、パスワードの推測やソフトウェアの弱点を通じて、盗まれたり消されたりするおそれがあります。',
      en: 'Anyone in the world may connect to the database and try passwords. Residents’ records may be stolen or erased through a guessed password or a flaw in the software.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(1433, {
    ja: 'データベースは決まったサーバーからだけ接続できるようにし、インターネット側のファイアウォールで 1433 番を閉じます。',
    en: 'Let the database be reached only from named servers, and close port 1433 at the Internet firewall.',
  }),
  references: [
    'https://learn.microsoft.com/en-us/sql/sql-server/install/configure-the-windows-firewall-to-allow-sql-server-access',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['ms-sql-s'], ports: [1433] }),
});
