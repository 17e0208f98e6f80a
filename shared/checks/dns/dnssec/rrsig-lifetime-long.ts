import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc6781 } from '../references.ts';
import { judgeRrsigs } from './judge.ts';

export const dnssecRrsigLifetimeLong = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '署名の有効期間は長すぎません', en: 'The signatures are not valid for too long' },
    vulnerable: {
      ja: '署名の有効期間が 180 日を超えます',
      en: 'A signature is valid for more than 180 days',
    },
    why: {
      ja: '古い内容を署名ごと記録した人が、期限まで正しいものとして見せ続けられます。',
      en: 'Whoever kept an old record with its signature can go on presenting it as genuine until it expires.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes('dig {domain} SOA +dnssec +multi', {
    ja: '署名の有効期間を 14 日から 30 日ほどにして、自動で作り直します。',
    en: 'Let signatures be valid for 14 to 30 days and renew them automatically.',
  }),
  references: [rfc6781],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

const dayMs = 24 * 60 * 60_000;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeRrsigs(evidence, ({ beginsMs, expiresMs }) => {
    const days = Math.floor((expiresMs - beginsMs) / dayMs);
    return days > 180
      ? { ja: `有効期間は ${days} 日です。`, en: `It is valid for ${days} days.` }
      : undefined;
  });
}
