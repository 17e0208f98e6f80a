import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { accusation, type Exposure, findOpen, unreached } from '../exposed/reachable.ts';

export const mysqlExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: 'MySQL／MariaDB は外部に公開されていません',
      en: 'MySQL or MariaDB cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'MySQL／MariaDB が外部に公開されています',
      en: 'MySQL or MariaDB can be reached from the Internet',
    },
    why: {
      ja: 'データベースに、世界中から接続とパスワードの試行ができます。住民の情報や業務データが、パスワードの推測やソフトウェアの弱点を通じて、盗まれたり消されたりするおそれがあります。',
      en: 'Anyone in the world may connect to the database and try passwords. Residents’ records may be stolen or erased through a guessed password or a flaw in the software.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    3306,
    {
      ja: 'データベースは同じサーバーか、決まったサーバーからだけ接続できるようにし、インターネット側のファイアウォールで 3306 番を閉じます。',
      en: 'Let the database be reached only from its own server or named ones, and close port 3306 at the Internet firewall.',
    },
    {
      debian: {
        ja: '/etc/mysql/ の設定に次を書き、systemctl restart mysql（MariaDB は mariadb）を実行します。',
        en: 'Put this into the configuration in /etc/mysql/ and run systemctl restart mysql (or mariadb).',
        snippet: '[mysqld]\nbind-address = 127.0.0.1',
      },
      rhel: {
        ja: '/etc/my.cnf.d/ に次のファイルを置き、systemctl restart mysqld（MariaDB は mariadb）を実行します。',
        en: 'Put this into a file in /etc/my.cnf.d/ and run systemctl restart mysqld (or mariadb).',
        snippet: '[mysqld]\nbind-address = 127.0.0.1',
      },
    },
  ),
  references: [
    'https://dev.mysql.com/doc/refman/8.4/en/security-guidelines.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
  ],
  detect: ({ ports }) => detect(ports),
});

const mysql: Exposure = { services: ['mysql'], ports: [3306] };

function detect(evidence: EvidenceOf<'ports'>): Verdict {
  const found = findOpen(evidence, mysql);
  const accused = accusation(evidence, found);
  if (accused === undefined) return unreached(evidence, mysql);
  // nmap's word for "Host … is not allowed to connect": the server turns strangers away before asking for a password.
  if (!found.every(({ port }) => port.service?.extraInfo === 'unauthorized')) return accused;
  return {
    ...accused,
    severity: 'low',
    detail: {
      ja: 'データベースは見えていますが、許可されていない接続元を断っています。そのため危険度を下げました。',
      en: 'The database can be seen, but turns away sources that are not permitted; therefore the rating is lower.',
    },
  };
}
