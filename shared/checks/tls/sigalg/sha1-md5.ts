import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { safe } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { ipaTlsGuideline } from '../references.ts';
import { judgeSpoken } from '../version-offered.ts';

export const weakSignatureAlgorithm = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: {
      ja: '鍵交換に SHA-1 や MD5 の署名は使われません',
      en: 'Key exchanges are not signed with SHA-1 or MD5',
    },
    vulnerable: {
      ja: '鍵交換に SHA-1 や MD5 の署名が使えます',
      en: 'Key exchanges can be signed with SHA-1 or MD5',
    },
    why: {
      ja: '接続の相手が本物かを示す署名に、偽造が現実になった古い方式（SHA-1、MD5）を使えます。通信の途中に入り込んだ第三者が、短時間に署名を偽造して本物のサーバーになりすますおそれがあります。',
      en: 'The signature that shows who answers may use old methods (SHA-1, MD5) that can be forged. Somebody on the way could forge one in time and pass for the real server.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'TLS の署名方式から SHA-1 と MD5 を外し、SHA-256 以上だけにします。設定がない製品は、TLS のソフトウェアを更新します。',
      en: 'Remove SHA-1 and MD5 from the signature algorithms of TLS and keep SHA-256 and stronger. Where there is no such setting, update the TLS software.',
    },
    {
      nginx: {
        ja: '次の行を http ブロックに書き、再読み込みします（1.19.4 以降）。',
        en: 'Put this line into the http block and reload (1.19.4 or newer).',
        snippet:
          'ssl_conf_command SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256:ECDSA+SHA384:RSA+SHA384;',
      },
      apache: {
        ja: '次の行を ssl.conf に書き、再読み込みします。',
        en: 'Put this line into ssl.conf and reload.',
        snippet: 'SSLOpenSSLConfCmd SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256',
      },
      haproxy: {
        ja: 'global に次の行を書き、再読み込みします。',
        en: 'Put this line into the global section and reload.',
        snippet: 'ssl-default-bind-sigalgs ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc9155', ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) =>
    judgeSpoken(hello, hello.data.weakSignature, {
      no: safe,
      yes: ({ name }) =>
        easeForMailServers(
          {
            verdict: 'vulnerable',
            confidence: 'verified',
            proof: [
              proofAt(hello, ['weakSignature', 'value', 'serverKeyExchange']),
              proofAt(hello, ['weakSignature', 'value', 'algorithm']),
            ],
            detail: { ja: `使われた署名方式：${name}`, en: `The signature algorithm was ${name}.` },
          },
          hello,
          'medium',
        ),
    }),
});
