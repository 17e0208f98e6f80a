import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { dmarcFixes } from './fixes.ts';
import { judgeDmarcRecord } from './policy.ts';

export const dmarcSpWeaker = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: {
      ja: 'サブドメインの扱いも本体と同じ強さです',
      en: 'Subdomains are protected as strongly as the domain',
    },
    vulnerable: {
      ja: 'サブドメインの扱いが本体より弱くなっています',
      en: 'Subdomains are protected less than the domain',
    },
    why: {
      ja: '本体のドメインは守られていますが、存在しない名前を含むサブドメインからのなりすましは見逃されます。詐欺メールは、守りの弱いサブドメインの名を使います。',
      en: 'The domain itself is protected, and forged mail from its subdomains, even ones that do not exist, is let through. Fraudsters use just those.',
    },
  },
  action: 'mail-domain',
  fixes: dmarcFixes,
  references: [
    'https://www.rfc-editor.org/rfc/rfc7489#section-6.3',
    'https://www.rfc-editor.org/rfc/rfc9091',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeDmarcRecord(mail, ({ tags, index, at, isOwn }) => {
      const [policy, below] = [strengthOf(tags?.get('p')), strengthOf(tags?.get('sp'))];
      if (!isOwn || below === undefined || policy === undefined || below >= policy) return safe;
      return { verdict: 'vulnerable', confidence: 'verified', proof: [recordProof(mail, index, at)] };
    }),
});

function strengthOf(policy: string | undefined): number | undefined {
  const strength = ['none', 'quarantine', 'reject'].indexOf(policy?.toLowerCase() ?? '');
  return strength < 0 ? undefined : strength;
}
