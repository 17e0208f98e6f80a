import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { proofOfRecord } from '../records.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpf } from './record.ts';

export const spfMultiple = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'SPF レコードは 1 つだけです', en: 'There is one SPF record only' },
    vulnerable: { ja: 'SPF レコードが複数あります', en: 'There are several SPF records' },
    why: {
      ja: 'SPF レコードが 2 つ以上あると、決まりにより全部が無効になります。書いたつもりの対策が働かず、なりすましメールが見分けられないうえ、本物のメールが届かないこともあります。',
      en: 'With two SPF records or more, all of them are void by the rules. The protection does not work, forged mail passes, and genuine mail may not arrive.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({ ja: 'SPF レコードを 1 つにまとめます。', en: 'Merge the SPF records into one.' }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-3.2',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'dns-answers': dns }) =>
    judgeSpf(dns, (spf) => {
      const [first, second, ...more] = spf.found;
      if (first === undefined) return notApplicable;
      if (second === undefined) return safe;
      const [proof, ...rest] = [first, second, ...more].map(({ at }) => proofOfRecord(dns, spf, at));
      return proof === undefined
        ? safe
        : { verdict: 'vulnerable', confidence: 'verified', proof: [proof, ...rest] };
    }),
});
