import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';
import { judgeSpoken } from '../version-offered.ts';

export const downgradeSentinelMissing = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: 'TLS 1.3 から版を下げたときの印が付いています',
      en: 'The mark of a downgrade from TLS 1.3 is set',
    },
    vulnerable: {
      ja: 'TLS 1.3 から版を下げたときの印が付いていません',
      en: 'The mark of a downgrade from TLS 1.3 is missing',
    },
    why: {
      ja: 'TLS 1.3 に対応したサーバーは、TLS 1.2 で応じるときに決まった印を付け、途中で版を下げられたことを利用者側が見分けられるようにします。印がないのは、途中に通信を終端する装置があるか、実装が規格に沿っていないためで、版を下げる攻撃に気づけません。',
      en: 'A server of TLS 1.3 that answers with TLS 1.2 leaves a mark by which clients notice that somebody lowered the version. Without it, a device terminates the traffic on the way or the implementation is not to the standard, and such an attack goes unnoticed.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'サーバー、または手前にある負荷分散装置やファイアウォールのソフトウェアを更新します。更新できない場合は、製造元に「TLS 1.3 の DOWNGRD（RFC 8446 4.1.3）」への対応を問い合わせます。',
      en: 'Update the software of the server, or of the load balancer or firewall in front of it. Where there is no update, ask the vendor about “the DOWNGRD mark, RFC 8446 section 4.1.3”.',
    },
    {
      'f5-bigip': {
        ja: 'TMOS を保守が続いている版に更新します。',
        en: 'Update TMOS to a maintained version.',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc8446#section-4.1.3'],
  detect: ({ 'tls-hello': hello }) => judgeSentinel(hello),
});

function judgeSentinel(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { versions, downgradeSentinel, randoms } = hello.data;
  if (versions['TLSv1.3'].outcome === 'no' || versions['TLSv1.2'].outcome === 'no') return notApplicable;
  return judgeSpoken(hello, downgradeSentinel, {
    yes: () => safe,
    no: {
      verdict: 'vulnerable',
      // Behind one address machines of several kinds may answer.
      confidence: 'inferred',
      proof: [
        proofAt(hello, randoms.length > 0 ? ['randoms', 0, 'random'] : ['downgradeSentinel', 'outcome']),
      ],
    },
  });
}
