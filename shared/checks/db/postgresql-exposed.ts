import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const postgresqlExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: 'PostgreSQL は外部に公開されていません',
      en: 'PostgreSQL cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'PostgreSQL が外部に公開されています',
      en: 'PostgreSQL can be reached from the Internet',
    },
    why: {
      ja: 'データベースに、世界中から接続とパスワードの試行ができます。住民の情報や業務データが、パスワードの推測やソフトウェアの弱点を通じて、盗まれたり消されたりするおそれがあります。',
      en: 'Anyone in the world may connect to the database and try passwords. Residents’ records may be stolen or erased through a guessed password or a flaw in the software.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    5432,
    {
      ja: 'データベースは同じサーバーか、決まったサーバーからだけ接続できるようにし、インターネット側のファイアウォールで 5432 番を閉じます。',
      en: 'Let the database be reached only from its own server or named ones, and close port 5432 at the Internet firewall.',
    },
    {
      debian: {
        ja: '/etc/postgresql/版/main/postgresql.conf に次を書き、pg_hba.conf で接続元を限って、systemctl restart postgresql を実行します。',
        en: 'Put this into /etc/postgresql/VERSION/main/postgresql.conf, limit sources in pg_hba.conf and run systemctl restart postgresql.',
        snippet: "listen_addresses = 'localhost'",
      },
      rhel: {
        ja: '/var/lib/pgsql/data/postgresql.conf に次を書き、pg_hba.conf で接続元を限って、systemctl restart postgresql を実行します。',
        en: 'Put this into /var/lib/pgsql/data/postgresql.conf, limit sources in pg_hba.conf and run systemctl restart postgresql.',
        snippet: "listen_addresses = 'localhost'",
      },
    },
  ),
  references: [
    'https://www.postgresql.org/docs/current/runtime-config-connection.html',
    'https://www.postgresql.org/docs/current/auth-pg-hba-conf.html',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['postgresql'], ports: [5432] }),
});
