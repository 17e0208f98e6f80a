import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined, type Vulnerable } from '../../verdicts.ts';
import { isBlocked } from '../blocked.ts';
import {
  type Answer,
  answersTo,
  exchangesFor,
  type HttpEvidence,
  judgePage,
  proofIn,
  unanswered,
} from '../pages.ts';
import { isSecurityTxt, securityTxtPath } from './published.ts';

export const securityTxtMissing = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: '脆弱性の連絡窓口（security.txt）があります',
      en: 'A contact for security reports (security.txt) is published',
    },
    vulnerable: {
      ja: '脆弱性の連絡窓口（security.txt）がありません',
      en: 'No contact for security reports (security.txt) is published',
    },
    why: {
      ja: 'サイトの弱点に気づいた人が、どこに知らせればよいか分かりません。連絡が届くのが遅れると、悪用されるまでに直す機会を失います。',
      en: 'Whoever notices a weakness of the site does not know whom to tell. When the report arrives late, the chance to mend it before it is abused is lost.',
    },
  },
  action: 'security-contact',
  fixes: fixList(`curl -sS https://{name}:{port}${securityTxtPath}`, {
    ja: `次の内容のテキストファイルを ${securityTxtPath} に置きます。Expires は 1 年以内の日付にし、期限の前に更新します。`,
    en: `Put a text file like this at ${securityTxtPath}. Let Expires be within a year, and renew it in time.`,
    snippet: 'Contact: mailto:CONTACT_ADDRESS\nExpires: YYYY-MM-DDT00:00:00Z\nPreferred-Languages: ja, en',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9116', 'https://securitytxt.org/'],
  detect: ({ 'http-response': web }) => {
    if (web.data.scheme !== 'https') return notApplicable;
    const [exchange] = exchangesFor(web, 'security-txt');
    const [answer] = answersTo(web, 'security-txt');
    if (exchange === undefined) return undetermined('not-attempted');
    if (answer === undefined)
      return exchange.response.outcome === 'yes' ? undetermined('closed') : unanswered(exchange.response);
    if (isBlocked(answer.response)) return undetermined('blocked');
    if (isSecurityTxt(answer)) return safe;
    const { status } = answer.response;
    if (status >= 500) return undetermined('server-error');
    if (status >= 300 && status < 400) return undetermined('redirected');
    return judgePage(web, () => without(web, answer));
  },
});

function without(web: HttpEvidence, answer: Answer): Vulnerable {
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofIn(web, answer, ['status']), proofIn(web, answer, ['headers'])],
    place: securityTxtPath,
  };
}
