import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { shown } from '../../shown.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { badHeader } from '../missing-header.ts';
import { type Answer, type HttpEvidence, headers, judgePage } from '../pages.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';
import { cspFixes, plainPolicy } from './fixes.ts';
import { type Enforced, enforcedOn } from './judge.ts';
import type { Policy } from './policy.ts';
import { mistakenSource } from './sources.ts';

export const cspInvalid = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: { ja: 'CSP に書き間違いはありません', en: 'The policy (CSP) has no mistakes' },
    vulnerable: { ja: 'CSP に書き間違いがあります', en: 'The policy (CSP) has mistakes' },
    why: {
      ja: 'CSP の一部がブラウザーに通用しない書き方になっています。守られているつもりの部分が、実際には守られていないか、必要なものまで止まっているおそれがあります。',
      en: 'Part of the policy is written in a way that browsers do not understand. What is thought to be protected may not be, or things that are needed may be blocked.',
    },
  },
  action: 'http-headers',
  fixes: cspFixes(plainPolicy, {
    ja: '綴りと、self などを囲む引用符を確かめます。',
    en: "Check the spelling, and the quotes of words such as 'self'.",
  }),
  references: ['https://www.w3.org/TR/CSP3/#parse-serialized-policy', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const all = enforcedOn(web, page);
      if (all.length === 0) return unreadable(web, page);
      const wrong = all
        .map(({ policy, from, proof }) => ({ part: mistakeOf(policy, from), proof }))
        .find(({ part }) => part !== undefined);
      if (wrong?.part === undefined) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [wrong.proof],
        detail: {
          ja: `「${shown(wrong.part)}」は、ブラウザーに無視されるか、意図と違う意味になります。`,
          en: `Browsers pass over "${shown(wrong.part)}", or take it for something else than was meant.`,
        },
      };
    }),
});

/** CSP3 §3.3: an element cannot give these. */
const headerOnly = ['frame-ancestors', 'report-uri', 'sandbox'] as const;

function mistakeOf(policy: Policy, from: Enforced['from']): string | undefined {
  const misplaced = headerOnly.find((name) => from === 'element' && policy.directives.has(name));
  return policy.ignored[0] ?? misplaced ?? mistakenSource(policy);
}

/** A header that is there and says nothing at all. */
function unreadable(web: HttpEvidence, page: Answer): Verdict {
  const [sent] = headers(page.response, 'content-security-policy');
  if (sent === undefined || sent.value.trim() === '') return notApplicable;
  return badHeader(web, page, sent.at, {
    ja: 'ブラウザーに通用する指定が一つもありません。',
    en: 'Not one directive in it is known to browsers.',
  });
}
