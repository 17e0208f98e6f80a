import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';
import { easeForMailServers } from './opportunistic.ts';
import { rfc9325 } from './references.ts';
import { judgeSpoken } from './version-offered.ts';

export const compression = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: { ja: 'TLS の圧縮は使われていません', en: 'TLS compression is off' },
    vulnerable: { ja: 'TLS の圧縮が使われています', en: 'TLS compression is on' },
    why: {
      ja: '通信を圧縮してから暗号化すると、データの長さの変化から中身を推測されることがあります（CRIME 攻撃）。ログイン状態を保つ情報が盗まれ、本人になりすまされるおそれがあります。',
      en: 'When traffic is compressed before it is encrypted, its changing length gives the content away (the CRIME attack). The data that keeps a person signed in could be stolen and used in their place.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'TLS の圧縮（SSL compression）を無効にします。設定がない場合は、TLS のライブラリを更新します。いまの版では初めから無効です。',
      en: 'Turn TLS (SSL) compression off. Where there is no such setting, update the TLS library: current versions have it off.',
    },
    {
      nginx: {
        ja: 'OpenSSL と nginx を更新します。nginx 1.3.2 以降と OpenSSL 1.1.0 以降では圧縮は無効です。',
        en: 'Update OpenSSL and nginx: compression is off from nginx 1.3.2 and OpenSSL 1.1.0 on.',
      },
      apache: {
        ja: '次の行を ssl.conf に書き、再読み込みします。',
        en: 'Put this line into ssl.conf and reload.',
        snippet: 'SSLCompression off',
      },
      postfix: {
        ja: '次を実行し、postfix reload で反映します（2.11 以降）。',
        en: 'Run this, then postfix reload (2.11 or newer).',
        snippet: "postconf -e 'tls_ssl_options = NO_COMPRESSION'",
      },
    },
  ),
  references: [`${rfc9325}#section-3.3`],
  cves: ['CVE-2012-4929'],
  detect: ({ 'tls-hello': hello }) =>
    judgeSpoken(hello, hello.data.compression, {
      no: safe,
      yes: ({ method }) =>
        method === 0
          ? safe
          : easeForMailServers(
              {
                verdict: 'vulnerable',
                confidence: 'verified',
                proof: [proofAt(hello, ['compression', 'value', 'method'])],
                detail: {
                  ja: `サーバーは圧縮方式 ${method} を選びました。`,
                  en: `The server chose compression method ${method}.`,
                },
              },
              hello,
              'medium',
            ),
    }),
});
