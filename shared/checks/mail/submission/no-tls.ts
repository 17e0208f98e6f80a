import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe, undetermined } from '../../verdicts.ts';
import { extensionsOf, isMasked, notHeard, type SmtpEvidence, submissionPort } from '../smtp.ts';

export const submissionNoTls = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'low',
  text: {
    safe: {
      ja: 'メールソフトからの送信は暗号化できます',
      en: 'Mail programs can hand mail in encrypted',
    },
    vulnerable: {
      ja: 'メールソフトからの送信を暗号化できません',
      en: 'Mail programs cannot hand mail in encrypted',
    },
    why: {
      ja: '職員が外出先などから送るメールとパスワードが、暗号化されずにインターネットを通ります。途中にいる第三者が読んだり、書き換えたりできます。',
      en: 'Mail and passwords that staff send from outside cross the Internet unencrypted. Someone in between can read or alter them.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    'openssl s_client -connect {host}:{port} -starttls smtp -brief </dev/null',
    {
      ja: '587 番では STARTTLS を必須にします。465 番は接続の最初から TLS にします。外部からの送信が要らなければ、どちらも閉じます。',
      en: 'Require STARTTLS on port 587; port 465 is TLS from the start. Where nobody hands in mail from outside, close both.',
    },
    {
      postfix: {
        ja: 'master.cf の submission（587）と smtps（465）に次を書き、postfix reload で反映します。',
        en: 'Put this under submission (587) and smtps (465) in master.cf, then postfix reload.',
        snippet: [
          'submission inet n - y - - smtpd -o smtpd_tls_security_level=encrypt',
          'smtps inet n - y - - smtpd -o smtpd_tls_wrappermode=yes',
        ].join('\n'),
      },
      exim: {
        ja: '設定に次を書き、再起動します。',
        en: 'Put this into the configuration and restart.',
        snippet: 'tls_advertise_hosts = *\ntls_on_connect_ports = 465',
      },
      sendmail: {
        ja: 'sendmail.mc に次を書き、作り直して再起動します。',
        en: 'Put this into sendmail.mc, rebuild and restart.',
        snippet:
          "DAEMON_OPTIONS(`Port=submission, Name=MSA, M=Ea')dnl\nDAEMON_OPTIONS(`Port=smtps, Name=TLSMTA, M=s')dnl",
      },
      exchange: {
        ja: 'クライアント用の受信コネクタで TLS を必須にします。',
        en: 'Require TLS on the receive connector for clients.',
        snippet: 'Set-ReceiveConnector "SERVER\\Client Frontend SERVER" -RequireTLS $true',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc8314#section-3.3',
    'https://www.rfc-editor.org/rfc/rfc6409',
  ],
  detect: ({ 'smtp-dialog': mail }) => {
    const { banner, ehlo, implicitTls, starttls } = mail.data;
    if (implicitTls) return judgeWithoutStarttls(mail);
    if (mail.endpoint.port !== submissionPort) return notApplicable;
    if (starttls.outcome === 'yes') return safe;
    const unheard = notHeard(mail);
    if (unheard !== undefined) return unheard;
    if (banner.outcome === 'yes' && isMasked(banner.value)) return undetermined('middlebox');
    return judge(ehlo, {
      no: undetermined('no-ehlo'),
      yes: (reply) => {
        if (starttls.outcome === 'unknown') return undetermined(starttls.reason);
        const isAnnounced = extensionsOf(reply).includes('STARTTLS');
        return {
          verdict: 'vulnerable',
          confidence: isAnnounced ? 'inferred' : 'verified',
          proof: [proofAt(mail, ['ehlo', 'value', 'lines'])],
        };
      },
    });
  },
});

/** A port for TLS from the start that greets in clear text. */
function judgeWithoutStarttls(mail: SmtpEvidence): Verdict {
  const { banner, plainBanner } = mail.data;
  if (banner.outcome === 'yes') return safe;
  if (plainBanner.outcome !== 'yes') {
    return undetermined(banner.outcome === 'unknown' ? banner.reason : 'closed');
  }
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofAt(mail, ['plainBanner', 'value', 'lines'])],
    detail: {
      ja: '最初から TLS を使うポートが、暗号化せずに応答しました。',
      en: 'The port for TLS from the start greeted in clear text.',
    },
  };
}
