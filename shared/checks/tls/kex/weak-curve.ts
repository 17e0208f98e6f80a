import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';
import { judgeSpoken } from '../version-offered.ts';

export const weakCurve = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: { ja: '弱い楕円曲線は受け入れられません', en: 'Weak elliptic curves are refused' },
    vulnerable: { ja: '弱い楕円曲線が受け入れられます', en: 'Weak elliptic curves are accepted' },
    why: {
      ja: '鍵を取り決めるときに、224 ビット未満の古い楕円曲線を使えます。計算機の進歩により安全とはいえず、接続を細工されて弱い曲線に決めさせられると、通信が読まれるおそれがあります。',
      en: 'Keys can be agreed on with old curves of less than 224 bits. Computers have grown too fast for them; whoever steers a connection to one may be able to read it.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: '楕円曲線を X25519、P-256（prime256v1）、P-384（secp384r1）だけにします。',
      en: 'Allow only the curves X25519, P-256 (prime256v1) and P-384 (secp384r1).',
    },
    {
      nginx: {
        ja: '次の行を http ブロックに書き、再読み込みします。',
        en: 'Put this line into the http block and reload.',
        snippet: 'ssl_ecdh_curve X25519:prime256v1:secp384r1;',
      },
      apache: {
        ja: '次の行を ssl.conf に書き、再読み込みします（2.4.8 以降）。',
        en: 'Put this line into ssl.conf and reload (2.4.8 or newer).',
        snippet: 'SSLOpenSSLConfCmd Groups X25519:P-256:P-384',
      },
      haproxy: {
        ja: 'global に次の行を書き、再読み込みします。',
        en: 'Put this line into the global section and reload.',
        snippet: 'ssl-default-bind-curves X25519:P-256:P-384',
      },
      postfix: {
        ja: '次を実行し、postfix reload で反映します。',
        en: 'Run this, then postfix reload.',
        snippet: "postconf -e 'tls_eecdh_auto_curves = X25519 prime256v1 secp384r1'",
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc8422', `${rfc9325}#section-4.2.1`, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) =>
    judgeSpoken(hello, hello.data.weakCurves, {
      no: safe,
      yes: ({ groups }) => accepting(hello, groups),
    }),
});

function accepting(hello: EvidenceOf<'tls-hello'>, groups: readonly { readonly name: string }[]): Verdict {
  if (groups.length === 0) return undetermined('garbled');
  const names = groups.map(({ name }) => name).join(', ');
  return easeForMailServers(
    {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [
        proofAt(hello, ['weakCurves', 'value', 'groups', 0, 'name']),
        proofAt(hello, ['weakCurves', 'value', 'groups', 0, 'answer']),
      ],
      detail: { ja: `受け入れられた曲線：${names}`, en: `Accepted: ${names}.` },
    },
    hello,
    'medium',
  );
}
