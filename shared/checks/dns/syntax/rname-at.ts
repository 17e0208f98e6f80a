import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { judgeSoas } from '../soa/judge.ts';
import { proofOf } from '../zone-data.ts';

export const syntaxRnameAt = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '管理者の連絡先（RNAME）に @ はありません', en: 'The contact (RNAME) has no @' },
    vulnerable: {
      ja: '管理者の連絡先（RNAME）に @ が書かれています',
      en: 'The contact (RNAME) is written with @',
    },
    why: {
      ja: '障害や不正を見つけた人が、DNS の管理者に連絡できません。',
      en: 'Whoever notices a fault or an abuse cannot reach the people who run the DNS.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} SOA +short',
    {
      ja: 'SOA の連絡先は、メールアドレスの @ をドットに替えて書きます（hostmaster@example.jp なら hostmaster.example.jp.）。',
      en: 'Write the contact in SOA with a dot in place of @ (hostmaster.example.jp. for hostmaster@example.jp).',
    },
    '{domain}. IN SOA ns1.{domain}. hostmaster.{domain}. SERIAL 14400 3600 1209600 3600',
  ),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeSoas(evidence, (soas) => {
    const wrong = soas.find(({ rname }) => rname.includes('@'));
    if (wrong === undefined) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofOf(evidence, wrong.found)],
      place: wrong.rname,
    };
  });
}
