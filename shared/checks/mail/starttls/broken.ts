import { tlsVersions } from '../../../evidence/tls-hello/schema.ts';
import type { Observed } from '../../../model/observed.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe, undetermined } from '../../verdicts.ts';
import { notHeard } from '../smtp.ts';

/** SSL 3.0 is no way to encrypt any more. */
const modernVersions = tlsVersions.filter((version) => version !== 'SSLv3');
/** A server that hangs up on so many versions is asked no further. */
const enoughAsked = 3;

/** What may be a matter of the way or of the moment rather than of the server. */
const tellsNothing: ReadonlySet<string> = new Set(['timeout', 'blocked', 'not-attempted']);

export const starttlsBroken = defineCheck({
  version: 1,
  needs: ['smtp-dialog', 'tls-hello'],
  severity: 'high',
  text: {
    safe: { ja: 'STARTTLS の後、暗号化が始まります', en: 'Encryption begins after STARTTLS' },
    vulnerable: {
      ja: 'STARTTLS を受け付けますが、暗号化が始まりません',
      en: 'STARTTLS is accepted, but encryption never begins',
    },
    why: {
      ja: '暗号化できると案内しながら失敗するため、住民やほかの団体からのメールが、届かないか、暗号化されずに届きます。',
      en: 'The server offers encryption and then fails, so mail from residents and other bodies does not arrive, or arrives unencrypted.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    'openssl s_client -connect {host}:{port} -starttls smtp -brief </dev/null',
    {
      ja: 'メールサーバーのログで TLS のエラーを調べ、証明書と鍵の組、ファイルの権限、許可した TLS の版を直します。',
      en: 'Look for TLS errors in the mail server’s log and correct the pair of certificate and key, the permissions of their files, or the TLS versions allowed.',
    },
    {
      postfix: {
        ja: '証明書と鍵が組になっていることを確かめて次を実行し、postfix reload で反映します。',
        en: 'Make sure that certificate and key belong together, run this, then postfix reload.',
        snippet: [
          "postconf -e 'smtpd_tls_chain_files = /etc/postfix/tls/privkey.pem, /etc/postfix/tls/fullchain.pem'",
          "postconf -e 'smtpd_tls_protocols = >=TLSv1.2'",
          "postconf -e 'smtpd_tls_ciphers = medium'",
        ].join('\n'),
      },
      exim: {
        ja: '証明書と鍵を Exim の利用者が読めるようにし、次を設定して再起動します。',
        en: 'Let the user of Exim read certificate and key, set this and restart.',
        snippet:
          'tls_certificate = /etc/exim4/tls/fullchain.pem\ntls_privatekey = /etc/exim4/tls/privkey.pem',
      },
      sendmail: {
        ja: '鍵の権限を 0600 にし、sendmail.mc に次を書き、作り直して再起動します。',
        en: 'Set the key’s mode to 0600, put this into sendmail.mc, rebuild and restart.',
        snippet:
          "define(`confSERVER_CERT', `/etc/mail/tls/fullchain.pem')dnl\ndefine(`confSERVER_KEY', `/etc/mail/tls/privkey.pem')dnl",
      },
      exchange: {
        ja: '期限内で秘密鍵のある証明書を、SMTP に割り当て直します。',
        en: 'Assign a valid certificate with its private key to SMTP anew.',
        snippet:
          'Get-ExchangeCertificate | Format-List Thumbprint,Services,NotAfter,HasPrivateKey\nEnable-ExchangeCertificate -Thumbprint THUMBPRINT -Services SMTP',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc3207#section-4', 'https://www.rfc-editor.org/rfc/rfc7435'],
  detect: ({ 'smtp-dialog': mail, 'tls-hello': hello }) => {
    const { implicitTls, starttls, ehloInTls } = mail.data;
    if (implicitTls) return notApplicable;
    if (ehloInTls.outcome === 'yes') return safe;
    return (
      notHeard(mail) ??
      judge(starttls, {
        no: notApplicable,
        yes: () => {
          const { versions } = hello.data;
          if (Object.values(versions).some(({ outcome }) => outcome === 'yes')) return safe;
          const asked = modernVersions.filter((version) => wasAsked(versions[version]));
          if (asked.length < enoughAsked) return undetermined('not-attempted');
          const silent = [ehloInTls, ...asked.map((version) => versions[version])].find(
            (answer) => answer.outcome === 'unknown' && tellsNothing.has(answer.reason),
          );
          if (silent?.outcome === 'unknown') return undetermined(silent.reason);
          // Alerts are the server's own word; a connection that just ends may have been cut by another.
          const isSaid = modernVersions.every((version) => versions[version].outcome === 'no');
          return {
            verdict: 'vulnerable',
            confidence: isSaid ? 'verified' : 'inferred',
            proof: [
              proofAt(mail, ['starttls', 'value', 'lines']),
              ...asked.map((version) => proofAt(hello, ['versions', version, 'outcome'])),
            ],
          };
        },
      })
    );
  },
});

function wasAsked(answer: Observed<unknown>): boolean {
  return answer.outcome !== 'unknown' || answer.reason !== 'not-attempted';
}
