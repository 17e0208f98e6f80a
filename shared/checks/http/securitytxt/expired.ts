import { epochMs } from '../../../model/instant.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe, undetermined, type Vulnerable } from '../../verdicts.ts';
import { type Answer, type HttpEvidence, proofIn } from '../pages.ts';
import { judgeSecurityTxt, securityTxtPath } from './published.ts';

export const securityTxtExpired = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: '脆弱性の連絡窓口（security.txt）は期限内です',
      en: 'The contact for security reports (security.txt) is current',
    },
    vulnerable: {
      ja: '脆弱性の連絡窓口（security.txt）の期限が切れているか、書かれていません',
      en: 'The contact for security reports (security.txt) has expired, or has no date',
    },
    why: {
      ja: '期限が切れた連絡窓口は、古い情報として扱われます。弱点に気づいた人が連絡をためらい、悪用されるまでに直す機会を失います。',
      en: 'An expired contact counts as outdated. Whoever notices a weakness may not dare to write, and the chance to mend it before it is abused is lost.',
    },
  },
  action: 'security-contact',
  fixes: fixList(`curl -sS https://{name}:{port}${securityTxtPath}`, {
    ja: '連絡先が今も正しいことを確かめ、Expires を 1 年以内の日付に書き換えます。次の期限を予定表に入れておきます。',
    en: 'Make sure that the contact is still right, set Expires to a date within a year, and put the next one into the calendar.',
    snippet: 'Expires: YYYY-MM-DDT00:00:00Z',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9116#section-2.5.5'],
  detect: ({ 'http-response': web }, at) =>
    judgeSecurityTxt(web, (file) => {
      const lines = [...file.response.body.matchAll(/^expires:[ \t]*(\S.{0,80}?)[ \t\r]*$/gim)];
      const [first] = lines;
      if (first === undefined)
        return file.response.complete ? without(web, file) : undetermined('page-cut-short');
      const until = Date.parse(first[1] ?? '');
      if (lines.length === 1 && until > epochMs(at)) return safe;
      const proof = [proofIn(web, file, ['body'], first[0].trimEnd())] as const;
      return { verdict: 'vulnerable', confidence: 'verified', proof, place: securityTxtPath };
    }),
});

/** RFC 9116 §2.5.5: the date must be there. */
function without(web: HttpEvidence, file: Answer): Vulnerable {
  const proof = [proofIn(web, file, ['body'])] as const;
  return { verdict: 'vulnerable', confidence: 'verified', proof, place: securityTxtPath };
}
