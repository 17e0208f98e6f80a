import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe, worstOf } from '../../verdicts.ts';
import { hostKeyFixes } from '../fixes.ts';
import { nist131a } from '../references.ts';

export const rsaBelow2048 = defineCheck({
  version: 1,
  needs: ['ssh-keys'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'SSH サーバーの RSA 鍵は 2048 ビット以上です',
      en: 'The SSH server’s RSA key has at least 2048 bits',
    },
    vulnerable: {
      ja: 'SSH サーバーの RSA 鍵が 2048 ビットに足りません',
      en: 'The SSH server’s RSA key has fewer than 2048 bits',
    },
    why: {
      ja: '短い鍵は計算で割り出され、偽のサーバーが本物になりすませます。職員や保守会社が打ったパスワードを盗まれます。',
      en: 'A short key can be computed, and a false server passes for the real one and takes the passwords that staff or contractors type.',
    },
  },
  action: 'ssh-settings',
  fixes: hostKeyFixes,
  references: [nist131a],
  detect: ({ 'ssh-keys': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'ssh-keys'>): Verdict {
  const { groupExchange, hostKeys } = evidence.data;
  // Without a word of the server there is no list of keys either.
  if (hostKeys.length === 0) return judge(groupExchange, { no: notApplicable, yes: () => notApplicable });
  return worstOf(
    hostKeys.map(({ key }, index) =>
      judge(key, {
        no: notApplicable,
        yes: ({ type, bits }) => {
          if (type !== 'ssh-rsa') return notApplicable;
          if (bits >= 2048) return safe;
          const where = ['hostKeys', index, 'key', 'value'];
          const proof = [
            proofAt(evidence, [...where, 'bits']),
            proofAt(evidence, [...where, 'blob']),
          ] as const;
          return { verdict: 'vulnerable', confidence: 'verified', proof, place: `${type} ${bits}` };
        },
      }),
    ),
  );
}
