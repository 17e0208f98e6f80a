import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfPtr = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: { ja: 'SPF に逆引き（ptr）は使われていません', en: 'SPF does not use reverse lookups (ptr)' },
    vulnerable: { ja: 'SPF に逆引き（ptr）が使われています', en: 'SPF uses reverse lookups (ptr)' },
    why: {
      ja: 'ptr は遅く、確実さに欠けるため、規格が使わないよう求めています。受け取る側の多くは無視するので、意図した送信元が認められないことがあります。',
      en: 'The ptr mechanism is slow and unreliable, and the standard asks not to use it. Many recipients ignore it, so that rightful senders may not be recognised.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({
    ja: 'ptr を消し、送信元を ip4 や a で書きます。',
    en: 'Remove ptr and write the senders as ip4 or a.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-5.5',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ usesPtr }) => {
      const [place] = usesPtr;
      if (place === undefined) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, place.index, place.at)],
      };
    }),
});
