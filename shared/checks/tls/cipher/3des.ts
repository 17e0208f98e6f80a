import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

const severity = 'medium';

export const tripleDes = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity,
  text: {
    safe: { ja: '古い暗号方式 3DES は受け入れられません', en: 'The dated cipher suites of 3DES are refused' },
    vulnerable: {
      ja: '古い暗号方式 3DES が受け入れられます',
      en: 'The dated cipher suites of 3DES are accepted',
    },
    why: {
      ja: '3DES は一度に 64 ビットずつしか暗号化しないため、同じ接続で大量のデータを送ると、内容の一部を推測される攻撃（SWEET32）が成り立ちます。計算も遅く、いまのブラウザーでは使われていません。',
      en: '3DES encrypts only 64 bits at a time. When very much data is sent over one connection, parts of it can be worked out (SWEET32). It is slow as well, and browsers of today do not use it.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://sweet32.info/', rfc9325, ipaTlsGuideline],
  cves: ['CVE-2016-2183'],
  detect: ({ 'tls-hello': hello }) => unlikelyChosen(familyAccepted(hello, '3des', severity), hello.data),
});

/** SWEET32 needs gigabytes over 3DES: where a modern suite is chosen first, hardly anyone gets that far. */
function unlikelyChosen(verdict: Verdict, { versions }: EvidenceOf<'tls-hello'>['data']): Verdict {
  if (verdict.verdict !== 'vulnerable' || verdict.severity !== undefined) return verdict;
  const offer = versions['TLSv1.2'];
  if (offer.outcome !== 'yes' || !/GCM|POLY1305/.test(offer.value.cipherName)) return verdict;
  return {
    ...verdict,
    severity: 'low',
    detail: {
      ja: `${verdict.detail?.ja ?? ''}ふだんは新しい暗号方式が選ばれるため、危険度を下げています。`,
      en: `${verdict.detail?.en ?? ''} Rated lower because a modern suite is chosen first.`.trim(),
    },
  };
}
