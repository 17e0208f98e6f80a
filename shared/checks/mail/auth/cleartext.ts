import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe, undetermined } from '../../verdicts.ts';
import { extensionsOf, notHeard } from '../smtp.ts';

/** These send the password itself, only encoded (RFC 4616). */
const revealing: ReadonlySet<string> = new Set(['PLAIN', 'LOGIN']);

export const authCleartext = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'medium',
  text: {
    safe: {
      ja: '暗号化の前にメールのパスワードを求めません',
      en: 'No mail password is accepted before encryption',
    },
    vulnerable: {
      ja: '暗号化の前にメールのパスワードを受け付けます',
      en: 'Mail passwords are accepted before encryption',
    },
    why: {
      ja: '職員のメールソフトの設定によっては、パスワードが暗号化されずに送られます。盗んだ人は、その職員のメールを読んだり、団体の名前で迷惑メールを送ったりできます。',
      en: 'Depending on its settings, the mail program of a member of staff sends the password unencrypted. Whoever takes it can read that person’s mail or send spam in your name.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    "printf 'EHLO check\\r\\nQUIT\\r\\n' | nc -w 5 {host} {port}",
    {
      ja: 'STARTTLS で暗号化してからでなければ、ログイン（AUTH）を受け付けないようにします。外部からのログインが要らないサーバーでは、AUTH を無効にします。',
      en: 'Offer login (AUTH) only after STARTTLS. Where nobody needs to log in from outside, turn AUTH off.',
    },
    {
      postfix: {
        ja: '次を実行し、postfix reload で反映します。',
        en: 'Run this, then postfix reload.',
        snippet: "postconf -e 'smtpd_tls_auth_only = yes'",
      },
      exim: {
        ja: '設定に次を書き、再起動します。',
        en: 'Put this into the configuration and restart.',
        snippet: `auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}`,
      },
      sendmail: {
        ja: 'sendmail.mc に次を書き、作り直して再起動します。',
        en: 'Put this into sendmail.mc, rebuild and restart.',
        snippet: "define(`confAUTH_OPTIONS', `A p')dnl",
      },
      exchange: {
        ja: '受信コネクタで、基本認証を TLS の後だけにします。',
        en: 'Let the receive connector offer basic authentication only after TLS.',
        snippet:
          'Set-ReceiveConnector "SERVER\\Client Frontend SERVER" -AuthMechanism Tls,Integrated,BasicAuth,BasicAuthRequireTLS',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc4954#section-4', 'https://www.rfc-editor.org/rfc/rfc8314'],
  detect: ({ 'smtp-dialog': mail }) => {
    if (mail.data.implicitTls) return notApplicable;
    return (
      notHeard(mail) ??
      judge(mail.data.ehlo, {
        no: undetermined('no-ehlo'),
        yes: (ehlo) => {
          const offered = extensionsOf(ehlo).find((extension) => /^AUTH[ =]/.test(extension));
          if (offered === undefined) return safe;
          const proof = [proofAt(mail, ['ehlo', 'value', 'lines'])] as const;
          const mechanisms = offered.slice('AUTH'.length).split(/[ =]+/);
          return mechanisms.some((mechanism) => revealing.has(mechanism))
            ? { verdict: 'vulnerable', confidence: 'verified', proof }
            : { verdict: 'vulnerable', confidence: 'verified', proof, severity: 'low', detail: onlyHashed };
        },
      })
    );
  },
});

const onlyHashed = {
  ja: 'パスワードそのものを送る方式はないため、危険度を下げています。',
  en: 'Rated lower because no method sends the password itself.',
};
