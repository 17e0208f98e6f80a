import type { Advice } from '../fixes.ts';

/** 2.4 renamed the first of the two settings. */
export const dovecotTlsOnly: Advice = {
  ja: '/etc/dovecot/local.conf に次を書き、doveadm reload で反映します（2.4 では 1 行目を auth_allow_cleartext = no とします）。',
  en: 'Put this into /etc/dovecot/local.conf, then doveadm reload (in 2.4 the first line is auth_allow_cleartext = no).',
  snippet: 'disable_plaintext_auth = yes\nssl = required',
};

/** `Imap` or `Pop`, as the commands of Exchange name them. */
export function mailboxHosts(protocol: 'Imap' | 'Pop') {
  const name = protocol === 'Imap' ? 'IMAP' : 'POP';
  const [tlsPort, service] = protocol === 'Imap' ? [993, 'IMAP4'] : [995, 'POP3'];
  return {
    exchange: {
      ja: `Exchange 管理シェルで次を実行し、TLS の後だけログインできるようにします。${name} を使わない場合は、サービスを止めて無効にします。`,
      en: `Run this in the Exchange Management Shell, so that login needs TLS. Where nobody uses ${name}, stop and disable the services.`,
      snippet: `Set-${protocol}Settings -LoginType SecureLogin\nRestart-Service MSExchange${service}, MSExchange${service}BE`,
    },
    microsoft365: {
      ja: `Microsoft 365 の ${name} は TLS だけを受け付けます。ここで応答しているのは移行前のサーバーや中継装置ですので、止めます。${name} を使わない場合は、次で無効にします。`,
      en: `Microsoft 365 takes ${name} over TLS only: what answers here is an old server or a relay, so turn it off. Where nobody uses ${name}, disable it with this.`,
      snippet: `Get-CASMailboxPlan | Set-CASMailboxPlan -${protocol}Enabled $false\nGet-CASMailbox -ResultSize Unlimited | Set-CASMailbox -${protocol}Enabled $false`,
    },
    'google-workspace': {
      ja: `Google Workspace の ${name} は TLS（${tlsPort} 番）だけを使います。ここで応答しているのは移行前のサーバーや中継装置ですので、止めます。${name} を使わない場合は、管理コンソールの「アプリ」→「Google Workspace」→「Gmail」→「エンドユーザーのアクセス」で無効にします。`,
      en: `Google Workspace uses ${name} over TLS (port ${tlsPort}) only: what answers here is an old server or a relay, so turn it off. Where nobody uses ${name}, disable it in the Admin console under Apps > Google Workspace > Gmail > End User Access.`,
    },
  } satisfies Readonly<Record<string, Advice>>;
}
