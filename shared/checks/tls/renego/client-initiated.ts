import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, safe } from '../../verdicts.ts';

export const clientInitiatedRenegotiation = defineCheck({
  version: 1,
  needs: ['tls-behaviour'],
  severity: 'medium',
  text: {
    safe: {
      ja: '利用者側からの再交渉は受け入れられません',
      en: 'Renegotiation begun by the client is refused',
    },
    vulnerable: {
      ja: '利用者側からの再交渉が受け入れられます',
      en: 'Renegotiation begun by the client is accepted',
    },
    why: {
      ja: '暗号の取り決めのやり直しを、利用者の側から何度でも求められます。取り決めはサーバーの側の計算がはるかに重いため、1 台の端末からでもサービスを止めることができるおそれがあります。',
      en: 'Clients may ask for new terms of encryption as often as they like. That costs the server far more than the client, so a single machine may be able to bring the service down.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    'openssl s_client -connect {host}:{port} -servername {name} -tls1_2',
    {
      ja: '利用者側からの再交渉（client-initiated renegotiation）を無効にします。TLS 1.3 だけにすれば、再交渉そのものがなくなります。',
      en: 'Turn client-initiated renegotiation off. With TLS 1.3 alone there is none at all.',
    },
    {
      tomcat: {
        ja: 'Java の起動オプションに次を加え、再起動します。',
        en: 'Add this to the options of Java and restart.',
        snippet: '-Djdk.tls.rejectClientInitiatedRenegotiation=true',
      },
      'f5-bigip': {
        ja: 'Client SSL プロファイルの再交渉を無効にします。',
        en: 'Disable renegotiation in the Client SSL profile.',
        snippet: 'tmsh modify ltm profile client-ssl PROFILE renegotiation disabled',
      },
      postfix: {
        ja: '次を実行し、postfix reload で反映します（3.4 以降）。',
        en: 'Run this, then postfix reload (3.4 or newer).',
        snippet: "postconf -e 'tls_ssl_options = NO_RENEGOTIATION'",
      },
      exim: {
        ja: '設定に次の行を書き、再起動します（OpenSSL 版）。',
        en: 'Put this line into the configuration and restart (with OpenSSL).',
        snippet: 'openssl_options = +no_renegotiation',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-3.5', 'https://jvn.jp/vu/JVNVU94093262/'],
  detect: ({ 'tls-behaviour': seen }) =>
    judge(seen.data.clientRenegotiation, {
      no: safe,
      yes: () => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(seen, ['clientRenegotiation', 'value', 'after']),
          proofAt(seen, ['clientRenegotiation', 'value', 'before']),
        ],
      }),
    }),
});
