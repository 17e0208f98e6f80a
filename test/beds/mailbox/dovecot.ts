import type { Strength } from '../contract.ts';
import { requireProgram, startDaemon, writeOwnFiles } from '../daemon.ts';
import { firstTcpBytes } from '../ready.ts';
import type { ServiceOptions } from '../services/daemons.ts';
import type { TestCa } from '../test-ca.ts';

export const dovecotName = (strength: Strength) => `imap.${strength}.test`;

/**
 * Dovecot for IMAP on ports 143 and 993 and POP3 on 110 and 995. It has no user and no mailbox, so that nobody can
 * log in, and runs without any right but that to its ports.
 */
export async function startDovecot(options: ServiceOptions, ca: TestCa): Promise<AsyncDisposable> {
  const { address, dir, strength } = options;
  const program = requireProgram('dovecot', 'dovecot-imapd');
  const leaf = await ca.issue('good', [dovecotName(strength)]);
  await writeOwnFiles(dir, {
    'dovecot.conf': configuration(options),
    'imap.crt': leaf.chainPem,
    'imap.key': leaf.keyPem,
    users: '',
  });
  return await startDaemon({
    label: `${strength} Dovecot`,
    program,
    arguments: ['-F', '-c', `${dir}/dovecot.conf`],
    dir,
    user: 'unprivileged',
    logs: ['dovecot.log'],
    ready: async () => {
      const greetings = await Promise.all([firstTcpBytes(address, 143), firstTcpBytes(address, 110)]);
      return greetings.every((greeting) => greeting?.includes(ready[strength]));
    },
  });
}

/** What each greets with; before that it may say that it still waits for its own processes. */
const ready: Readonly<Record<Strength, string>> = { weak: 'Dovecot ready.', hardened: 'ready' };

function configuration({ address, dir, strength }: ServiceOptions): string {
  return `
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/dovecot.log
protocols = imap pop3
listen = ${address}
login_greeting = ${ready[strength]}
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
}
service pop3-login {
  chroot =
}
passdb {
  driver = passwd-file
  args = ${dir}/users
}
userdb {
  driver = passwd-file
  args = ${dir}/users
}
mail_location = maildir:${dir}/mail
auth_mechanisms = plain login
ssl_cert = <${dir}/imap.crt
ssl_key = <${dir}/imap.key
${settings[strength]}`;
}

const settings: Readonly<Record<Strength, string>> = {
  /** Passwords in clear text everywhere; POP3 cannot even be encrypted on port 110. */
  weak: `
ssl = yes
disable_plaintext_auth = no
protocol pop3 {
  ssl = no
}
`,
  hardened: `
ssl = required
ssl_min_protocol = TLSv1.2
ssl_cipher_list = ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305
ssl_prefer_server_ciphers = yes
ssl_options = no_ticket
disable_plaintext_auth = yes
`,
};
