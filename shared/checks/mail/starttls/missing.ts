import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { extensionsOf, isMasked, notHeard, submissionPort } from '../smtp.ts';

export const starttlsMissing = defineCheck({
  version: 2,
  needs: ['smtp-dialog'],
  severity: 'medium',
  text: {
    safe: { ja: 'メールの受信を暗号化できます（STARTTLS）', en: 'Incoming mail can be encrypted (STARTTLS)' },
    vulnerable: {
      ja: 'メールの受信を暗号化できません（STARTTLS なし）',
      en: 'Incoming mail cannot be encrypted (no STARTTLS)',
    },
    why: {
      ja: '住民やほかの団体から届くメールが、暗号化されずにインターネットを通ります。途中にいる第三者が、相談の内容や添付ファイルを読んだり、書き換えたりできます。',
      en: 'Mail from residents and other bodies crosses the Internet unencrypted. Someone in between can read or alter what they write and attach.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    'openssl s_client -connect {host}:{port} -starttls smtp -brief </dev/null',
    {
      ja: 'メールサーバーに証明書を設定し、STARTTLS を有効にします。前段のセキュリティ装置が STARTTLS を消している場合は、その設定を変えます。',
      en: 'Install a certificate on the mail server and enable STARTTLS. Where a security device in front of it removes STARTTLS, change that setting.',
    },
    {
      postfix: {
        ja: '証明書と鍵を指定して次を実行し、postfix reload で反映します（3.4 以降）。',
        en: 'Run this with your certificate and key, then postfix reload (3.4 or newer).',
        snippet: [
          "postconf -e 'smtpd_tls_chain_files = /etc/postfix/tls/privkey.pem, /etc/postfix/tls/fullchain.pem'",
          "postconf -e 'smtpd_tls_security_level = may'",
        ].join('\n'),
      },
      exim: {
        ja: '設定に次を書き、再起動します。',
        en: 'Put this into the configuration and restart.',
        snippet:
          'tls_advertise_hosts = *\ntls_certificate = /etc/exim4/tls/fullchain.pem\ntls_privatekey = /etc/exim4/tls/privkey.pem',
      },
      sendmail: {
        ja: 'sendmail.mc に次を書き、作り直して再起動します。',
        en: 'Put this into sendmail.mc, rebuild and restart.',
        snippet:
          "define(`confSERVER_CERT', `/etc/mail/tls/fullchain.pem')dnl\ndefine(`confSERVER_KEY', `/etc/mail/tls/privkey.pem')dnl",
      },
      exchange: {
        ja: 'Exchange 管理シェルで証明書を SMTP に割り当て、受信コネクタで TLS を有効にします。',
        en: 'Assign a certificate to SMTP in the Exchange Management Shell and enable TLS on the receive connector.',
        snippet:
          'Enable-ExchangeCertificate -Thumbprint THUMBPRINT -Services SMTP\nSet-ReceiveConnector "SERVER\\Default Frontend SERVER" -AuthMechanism Tls',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc3207', 'https://www.rfc-editor.org/rfc/rfc7435'],
  detect: ({ 'smtp-dialog': mail }) => {
    const { banner, implicitTls, ehlo, starttls } = mail.data;
    // Where staff hand mail in, mail.submission.no-tls says it.
    if (implicitTls || mail.endpoint.port === submissionPort) return notApplicable;
    if (starttls.outcome === 'yes') return safe;
    const unheard = notHeard(mail);
    if (unheard !== undefined) return unheard;
    if (banner.outcome === 'yes' && isMasked(banner.value)) return undetermined('middlebox');
    if (ehlo.outcome === 'unknown') return undetermined(ehlo.reason);
    if (starttls.outcome === 'unknown') return undetermined(starttls.reason);
    if (ehlo.outcome === 'no') return undetermined('no-ehlo');
    const proof = [proofAt(mail, ['ehlo', 'value', 'lines'])] as const;
    return extensionsOf(ehlo.value).includes('STARTTLS')
      ? { verdict: 'vulnerable', confidence: 'inferred', proof, detail: refused }
      : { verdict: 'vulnerable', confidence: 'verified', proof };
  },
});

const refused = {
  ja: 'サーバーは STARTTLS を使えると示しましたが、実際には断りました。',
  en: 'The server announces STARTTLS but refused it when asked.',
};
