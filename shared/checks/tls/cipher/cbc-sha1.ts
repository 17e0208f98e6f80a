import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const cbcSha1 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: 'SHA-1 を使う CBC の暗号方式は受け入れられません',
      en: 'Cipher suites with CBC and SHA-1 are refused',
    },
    vulnerable: {
      ja: 'SHA-1 を使う CBC の暗号方式が受け入れられます',
      en: 'Cipher suites with CBC and SHA-1 are accepted',
    },
    why: {
      ja: 'CBC と SHA-1 を組み合わせた暗号方式は 2000 年代のものです。改ざんの検査が暗号化の後に行われるため、時間の差から内容を推測する攻撃が知られています。いまのブラウザーはより新しい方式を使います。',
      en: 'Suites of CBC and SHA-1 are from the 2000s. Tampering is checked in an order that lets small differences in time tell about the content. Browsers of today use newer ones.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: [`${rfc9325}#section-4.2`, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => judgeCbcSha1(hello),
});

/** The complete lists tell which suites there are; without them only the one CBC suite that was chosen is known. */
function judgeCbcSha1(hello: EvidenceOf<'tls-hello'>): Verdict {
  const any = familyAccepted(hello, 'cbc', 'low', 'info');
  if (any.verdict !== 'vulnerable') return any;
  const lists = Object.entries(hello.data.ciphers).flatMap(([version, list]) =>
    list.outcome === 'yes' ? [{ version, ...list.value }] : [],
  );
  for (const { version, suites } of lists) {
    const index = suites.findIndex(({ name }) => name.endsWith('_CBC_SHA'));
    if (index >= 0)
      return {
        ...any,
        proof: [proofAt(hello, ['ciphers', version, 'value', 'suites', index, 'name']), ...any.proof],
      };
  }
  const chosen = hello.data.families.cbc;
  if (chosen.outcome === 'yes' && chosen.value.cipherName.endsWith('_CBC_SHA')) return any;
  return lists.length > 0 && lists.every(({ extent }) => extent === 'complete')
    ? safe
    : undetermined('not-enumerated');
}
