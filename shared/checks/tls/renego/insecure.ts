import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { versionsWithFamilies } from '../family-accepted.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { rfc9325 } from '../references.ts';
import { accepted, highestAccepted, noHandshake } from '../version-offered.ts';

export const insecureRenegotiation = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: {
      ja: '安全な再交渉（RFC 5746）に対応しています',
      en: 'Secure renegotiation (RFC 5746) is supported',
    },
    vulnerable: {
      ja: '安全な再交渉（RFC 5746）に対応していません',
      en: 'Secure renegotiation (RFC 5746) is not supported',
    },
    why: {
      ja: '通信の途中で暗号の取り決めをやり直すとき、相手が同じかどうかを確かめる仕組みがありません。第三者が、住民の通信の先頭に偽の要求を差し込めるおそれがあります。2010 年より前のソフトウェアに見られる状態です。',
      en: 'When the terms of encryption are agreed anew within a connection, nothing ties them to the earlier ones. Someone else could put a forged request in front of a resident’s own. Software from before 2010 behaves like this.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    'openssl s_client -connect {host}:{port} -servername {name} -tls1_2 </dev/null | grep "Secure Renegotiation"',
    {
      ja: 'TLS のソフトウェアを、RFC 5746 に対応した版に更新します。2010 年以降の版はほぼ対応しています。',
      en: 'Update the TLS software to a version with RFC 5746. Almost everything released since 2010 has it.',
    },
    {
      apache: {
        ja: 'OpenSSL と Apache を更新し、ssl.conf に次の行があれば off にします。',
        en: 'Update OpenSSL and Apache, and set this line in ssl.conf to off where it is present.',
        snippet: 'SSLInsecureRenegotiation off',
      },
      'f5-bigip': {
        ja: 'Client SSL プロファイルで、安全な再交渉を必須にします。',
        en: 'Require secure renegotiation in the Client SSL profile.',
        snippet: 'tmsh modify ltm profile client-ssl PROFILE secure-renegotiation require',
      },
      postfix: {
        ja: 'OpenSSL を RFC 5746 に対応した版に更新し、postfix を再起動します。',
        en: 'Update OpenSSL to a version with RFC 5746 and restart postfix.',
        confirm:
          'openssl s_client -connect {host}:{port} -starttls smtp -tls1_2 </dev/null | grep "Secure Renegotiation"',
      },
      iis: {
        ja: 'Windows Update を適用し、次の設定で古い方式の接続を断ります。',
        en: 'Install the Windows updates, and refuse the old kind with this setting.',
        snippet: String.raw`reg add "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL" /v AllowInsecureRenegoClients /t REG_DWORD /d 0 /f`,
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc5746', `${rfc9325}#section-3.5`],
  detect: ({ 'tls-hello': hello }) => judgeExtension(hello),
});

/** RFC 5746 §3.6: a server that knows it must answer; TLS 1.3 has no renegotiation. */
function judgeExtension(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { versions, secureRenegotiation } = hello.data;
  if (secureRenegotiation.outcome === 'yes') return safe;
  if (highestAccepted(hello.data) === undefined) return noHandshake(hello.data);
  if (versionsWithFamilies.every((version) => versions[version].outcome === 'no')) return notApplicable;
  if (secureRenegotiation.outcome === 'unknown') return undetermined(secureRenegotiation.reason);
  const spoken = highestAccepted(hello.data, versionsWithFamilies);
  const offer = spoken && versions[spoken];
  if (spoken === undefined || offer?.outcome !== 'yes') return undetermined('no-handshake');
  const verdict = accepted(hello, ['versions', spoken], offer.value);
  return easeForMailServers(
    { ...verdict, proof: [proofAt(hello, ['secureRenegotiation', 'outcome']), ...verdict.proof] },
    hello,
    'medium',
  );
}
