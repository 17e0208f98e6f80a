import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { rfc8659 } from '../references.ts';
import { relevantCaa } from './answers.ts';
import { issuerOf, parseCaa } from './record.ts';

export const caaSyntax = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'CAA レコードは正しく書かれています', en: 'The CAA records are well-formed' },
    vulnerable: { ja: 'CAA レコードの書き方に誤りがあります', en: 'A CAA record is malformed' },
    why: {
      ja: 'CAA レコードに誤りがあると、認証局はそのレコードを無視するか、証明書の発行を断ります。証明書の自動更新が止まり、期限切れで住民がサイトを開けなくなるおそれがあります。',
      en: 'Authorities ignore a malformed CAA record or refuse to issue. Automatic renewal then stops, and when the certificate expires residents cannot open the site.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} CAA +short',
    { ja: '誤りのあるレコードを次の形に直します。', en: 'Correct the record to this form.' },
    '{domain}. IN CAA 0 issue "letsencrypt.org"',
  ),
  references: [rfc8659],
  detect: ({ 'dns-answers': dns }) => {
    const caa = relevantCaa(dns);
    if (caa.outcome === 'unknown') return undetermined(caa.reason);
    if (caa.records.length === 0) return notApplicable;
    const faulty = caa.records.find(({ text }) => !isSound(text));
    if (faulty === undefined) return safe;
    return { verdict: 'vulnerable', confidence: 'verified', proof: [proofAt(dns, faulty.path)] };
  },
});

/** Tags that authorities know (RFC 8659, RFC 8657, RFC 9495, CA/B Forum); an unknown one matters where it is critical. */
const tags = new Set([
  'issue',
  'issuewild',
  'iodef',
  'contactemail',
  'contactphone',
  'issuevmc',
  'issuemail',
]);

function isSound(text: string): boolean {
  const caa = parseCaa(text);
  if (caa === undefined || (caa.critical && !tags.has(caa.tag))) return false;
  if (caa.tag === 'issue' || caa.tag === 'issuewild') return issuerOf(caa.value) !== undefined;
  return caa.tag !== 'iodef' || /^(?:mailto:|https?:\/\/)/i.test(caa.value);
}
