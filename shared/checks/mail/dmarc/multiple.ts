import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { dmarcFixes } from './fixes.ts';
import { dmarcPolicy } from './policy.ts';

export const dmarcMultiple = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'DMARC レコードは 1 つだけです', en: 'There is one DMARC record only' },
    vulnerable: { ja: 'DMARC レコードが複数あります', en: 'There are several DMARC records' },
    why: {
      ja: 'DMARC レコードが 2 つ以上あると、決まりにより全部が無効になります。書いたつもりの対策が働かず、なりすましメールが住民に届きます。',
      en: 'With two DMARC records or more, all of them are void by the rules. The protection does not work, and forged mail reaches residents.',
    },
  },
  action: 'mail-domain',
  fixes: dmarcFixes,
  references: [
    'https://www.rfc-editor.org/rfc/rfc7489#section-6.6.3',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) => {
    const policy = dmarcPolicy(mail);
    if (policy.outcome === 'unknown') return undetermined(policy.reason);
    if (policy.outcome === 'record') return safe;
    if (policy.outcome !== 'several') return notApplicable;
    const [first, ...rest] = policy.records.map(({ index, at }) => recordProof(mail, index, at));
    return first === undefined
      ? notApplicable
      : { verdict: 'vulnerable', confidence: 'verified', proof: [first, ...rest] };
  },
});
