import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import type { Estate } from '../../check.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { hostKeyFixes } from '../fixes.ts';

export const sharedHostKey = defineCheck({
  version: 1,
  needs: ['ssh-keys'],
  estate: ['ssh-keys'],
  severity: 'high',
  text: {
    safe: { ja: 'SSH の鍵は、ほかのホストと共通ではありません', en: 'No other host has the same SSH key' },
    vulnerable: { ja: '複数のホストが同じ SSH の鍵を使っています', en: 'Several hosts use the same SSH key' },
    why: {
      ja: '同じ鍵を持つ 1 台から鍵が漏れると、ほかのホストになりすまされます。イメージから複製したサーバーや、出荷時の鍵のままの機器によく見られます。',
      en: 'If the key leaks from one of them, it passes for all. It is common with servers cloned from an image and gear that kept its factory key.',
    },
  },
  action: 'ssh-settings',
  fixes: hostKeyFixes,
  references: [
    'https://www.rfc-editor.org/rfc/rfc4251#section-4.1',
    'https://www.ssh.com/academy/ssh/host-key',
  ],
  detect: ({ 'ssh-keys': evidence }, _at, _knowledge, estate) => detect(evidence, estate),
});

/** One machine may well have several addresses, so what is the same is verified, and what it means is not. */
function detect(evidence: EvidenceOf<'ssh-keys'>, estate: Estate): Verdict {
  const others = estate
    .filter((item) => item.kind === 'ssh-keys')
    .filter(({ endpoint }) => endpoint.host !== evidence.endpoint.host);
  if (others.length === 0) return notApplicable;
  const keys = evidence.data.hostKeys.flatMap(({ key }, index) =>
    key.outcome === 'yes' ? [{ index, sha256: key.value.sha256 }] : [],
  );
  if (keys.length === 0) return undetermined('unknown-key');
  for (const { index, sha256 } of keys) {
    for (const other of others) {
      const twin = other.data.hostKeys.findIndex(
        ({ key }) => key.outcome === 'yes' && key.value.sha256 === sha256,
      );
      if (twin === -1) continue;
      return {
        verdict: 'vulnerable',
        confidence: 'inferred',
        proof: [
          proofAt(evidence, ['hostKeys', index, 'key', 'value', 'sha256']),
          proofAt(other, ['hostKeys', twin, 'key', 'value', 'sha256']),
        ],
        detail: {
          ja: `同じ鍵を示したホスト: ${other.endpoint.host}。1 台のサーバーに複数のアドレスがある場合は問題ありません。`,
          en: `${other.endpoint.host} shows the same key. It is well if both are addresses of one machine.`,
        },
      };
    }
  }
  return safe;
}
