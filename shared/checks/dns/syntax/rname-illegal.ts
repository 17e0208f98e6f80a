import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { judgeSoas } from '../soa/judge.ts';
import { proofOf } from '../zone-data.ts';
import { isHostName } from './names.ts';

export const syntaxRnameIllegal = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '管理者の連絡先（RNAME）は正しい書き方です', en: 'The contact (RNAME) is written correctly' },
    vulnerable: {
      ja: '管理者の連絡先（RNAME）の書き方が正しくありません',
      en: 'The contact (RNAME) is not written correctly',
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
      ja: 'SOA に、実際に届くメールアドレスをドット区切りで書きます。',
      en: 'Write an address that really takes mail in SOA, with dots.',
    },
    '{domain}. IN SOA ns1.{domain}. hostmaster.{domain}. SERIAL 14400 3600 1209600 3600',
  ),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeSoas(evidence, (soas) => {
    const wrong = soas.find(({ rname }) => !rname.includes('@') && !isMailbox(rname));
    if (wrong === undefined) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofOf(evidence, wrong.found)],
      place: wrong.rname,
    };
  });
}

/** The first label is the local part, whose own dots are escaped (RFC 1035 §8). */
function isMailbox(rname: string): boolean {
  const [local = '', ...domain] = rname.replaceAll('\\.', ' ').split('.');
  return /^[a-z0-9 _+=-]+$/i.test(local) && isHostName(domain.join('.'));
}
