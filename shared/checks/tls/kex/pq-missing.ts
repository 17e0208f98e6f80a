import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { safe } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';
import { judgeSpoken } from '../version-offered.ts';

export const pqMissing = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: {
      ja: '量子計算機に備えた鍵交換に対応しています',
      en: 'A key exchange that withstands quantum computers is supported',
    },
    vulnerable: {
      ja: '量子計算機に備えた鍵交換に対応していません',
      en: 'No key exchange that withstands quantum computers',
    },
    why: {
      ja: 'いま記録された通信は、将来の量子計算機で解読されるおそれがあります。主なブラウザーは、それに備えた鍵交換（X25519MLKEM768）をすでに使っています。急ぐ必要はありませんが、更新の際に対応を検討してください。',
      en: 'Traffic that is recorded today may be decrypted by quantum computers of the future. Browsers already use a key exchange against that (X25519MLKEM768). There is no hurry; consider it with the next update.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'OpenSSL 3.5 以降など、X25519MLKEM768 に対応した TLS のソフトウェアに更新します。多くの製品では更新するだけで有効になります。',
      en: 'Update to TLS software with X25519MLKEM768, such as OpenSSL 3.5. In most products the update alone turns it on.',
    },
    {
      nginx: {
        ja: 'OpenSSL 3.5 以降とともに使い、次の行を http ブロックに書きます。',
        en: 'Use it with OpenSSL 3.5 or newer and put this line into the http block.',
        snippet: 'ssl_ecdh_curve X25519MLKEM768:X25519:prime256v1;',
      },
    },
  ),
  references: [
    'https://www.ietf.org/archive/id/draft-ietf-tls-ecdhe-mlkem-00.html',
    'https://csrc.nist.gov/pubs/fips/203/final',
  ],
  detect: ({ 'tls-hello': hello }) => judgeHybrid(hello),
});

function judgeHybrid(hello: EvidenceOf<'tls-hello'>): Verdict {
  return judgeSpoken(hello, hello.data.hybridGroup, {
    yes: () => safe,
    no: {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(hello, ['hybridGroup', 'outcome'])],
    },
  });
}
