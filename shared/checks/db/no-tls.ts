import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { notApplicable, safe } from '../verdicts.ts';

export const noTls = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'low',
  text: {
    safe: {
      ja: 'データベースは暗号化した通信を受け付けます',
      en: 'The database takes encrypted connections',
    },
    vulnerable: {
      ja: 'データベースが暗号化した通信を受け付けません',
      en: 'The database takes no encrypted connections',
    },
    why: {
      ja: 'パスワードと住民のデータが、暗号化されずにインターネットを流れます。途中の回線で読み取られ、書き換えられるおそれがあります。',
      en: 'Passwords and residents’ data cross the Internet in clear text. They may be read and changed on the way.',
    },
  },
  action: 'tls-settings',
  fixes: closeFixes(5432, {
    ja: 'データベースの TLS を有効にし、暗号化しない接続を断る設定にします（MySQL／MariaDB は ssl_cert・ssl_key と require_secure_transport、PostgreSQL は ssl = on と pg_hba.conf の hostssl、SQL Server は「暗号化を強制」）。外部に公開しないことも合わせて検討します。',
    en: 'Turn TLS on in the database and refuse connections without it (ssl_cert, ssl_key and require_secure_transport in MySQL and MariaDB; ssl = on and hostssl in pg_hba.conf of PostgreSQL; Force Encryption in SQL Server). Consider not exposing it at all.',
  }),
  references: [
    'https://www.postgresql.org/docs/current/ssl-tcp.html',
    'https://mariadb.com/kb/en/securing-connections-for-client-and-server/',
    'https://learn.microsoft.com/sql/database-engine/configure-windows/configure-sql-server-encryption',
  ],
  detect: ({ 'service-reply': replies }) => detect(replies),
});

/** What the server itself says of TLS before anyone logs in. */
function detect(evidence: EvidenceOf<'service-reply'>): Verdict {
  const protocol = (['mysql', 'postgresql', 'mssql'] as const).find((name) =>
    evidence.data.replies.some((reply) => reply.protocol === name),
  );
  if (protocol === undefined) return notApplicable;
  return judgeReply(evidence, protocol, ({ tls }, accuse) => {
    if (tls === 'no') return accuse();
    return tls === undefined ? notApplicable : safe;
  });
}
